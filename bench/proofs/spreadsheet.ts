import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { csvLine } from '../../packages/domain/src/text/neutral-cell.ts'
import { HOSTILE_CELLS } from '../../packages/domain/testing/hostile-cells.ts'

export const name = 'spreadsheet'

const NUMBERS = [12, -3, 0, 1.5] as const
/** Comma, quote and UTF-8, formulas read as a person who opens the file has them read. */
const AS_CSV = 'CSV:44,34,76,1,,0,false,true,false,false,false'

/**
 * D08: an export opened with LibreOffice runs nothing, and its numbers are numbers. Needs LibreOffice (Debian:
 * `apt-get install libreoffice-calc-nogui`), which is why it is no test.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  const folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'))
  try {
    const lines = [...HOSTILE_CELLS.map(([of, typed]) => csvLine([of, typed])), csvLine([...NUMBERS])]
    const guarded = await openWith(folder, 'guarded', lines.join(''))
    // The same cells as they were typed: a program that computes none of these proves nothing of the others.
    const bare = HOSTILE_CELLS.map(([of, typed]) => `"${of}","${typed.replaceAll('"', '""')}"\r\n`).join('')
    const unguarded = await openWith(folder, 'unguarded', bare)
    const figures = {
      cells: HOSTILE_CELLS.length,
      formulas: formulasIn(guarded),
      formulasUnguarded: formulasIn(unguarded),
      numbers: guarded.split('office:value-type="float"').length - 1,
    }
    return {
      ok: figures.formulas === 0 && figures.formulasUnguarded > 0 && figures.numbers === NUMBERS.length,
      figures,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The sheet as the program understood it, as XML. */
async function openWith(folder: string, called: string, csv: string): Promise<string> {
  const file = join(folder, `${called}.csv`)
  await writeFile(file, csv)
  await promisify(execFile)('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    `--infilter=${AS_CSV}`,
    '--convert-to',
    'fods',
    '--outdir',
    folder,
    file,
  ])
  return readFile(join(folder, `${called}.fods`), 'utf8')
}

function formulasIn(sheet: string): number {
  return sheet.split('table:formula=').length - 1
}
