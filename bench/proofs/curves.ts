import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { curveSets } from '../../packages/domain/testing/curve/curve-sets.ts'

export const name = 'curves'

const folder = join(import.meta.dirname, '../../packages/domain/testing/curve')

/**
 * Asks R's survival package once more about the sets that the curves are compared with, and writes what it says to
 * reference.json, which the domain's tests read. Needs Rscript, survival and jsonlite (Debian: r-base-core, r-cran-survival,
 * r-cran-jsonlite). It holds when R says what the committed file says.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  const script = readFileSync(join(folder, 'reference.R'))
  const between = mkdtempSync(join(tmpdir(), 'curves-'))
  try {
    writeFileSync(join(between, 'sets.json'), JSON.stringify(curveSets()))
    execFileSync('Rscript', [join(folder, 'reference.R'), join(between, 'sets.json'), join(between, 'answer.json')])
    const answer = JSON.parse(readFileSync(join(between, 'answer.json'), 'utf8'))
    const said = { script: createHash('sha256').update(script).digest('hex'), ...answer }
    const file = join(folder, 'reference.json')
    // Every number, to the last digit; how the file is laid out is the formatter's.
    const ok = isDeepStrictEqual(said, JSON.parse(readFileSync(file, 'utf8')))
    if (!ok) writeFileSync(file, `${JSON.stringify(said)}\n`)
    return {
      ok,
      figures: { sets: answer.sets.length, R: answer.R, survival: answer.survival, 'same as committed': ok },
    }
  } finally {
    rmSync(between, { recursive: true })
  }
}
