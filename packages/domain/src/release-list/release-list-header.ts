import type { RefusedCell } from './parse-release-list-line.ts'
import { RELEASE_LIST_COLUMN_NAMES, type ReleaseListCells, type ReleaseListColumn } from './release-list-columns.ts'

/** Why a file is refused as a whole, before any line is read. */
export const RELEASE_LIST_FILE_FAULTS = [
  'empty',
  'no-header',
  'missing-columns',
  'repeated-columns',
  /** Quotes that never close, or a line longer than any line of a list. */
  'could-not-be-read',
  'too-many-lines',
] as const
export type ReleaseListFileFault = (typeof RELEASE_LIST_FILE_FAULTS)[number]

/** Where each column stands in the file's lines. */
export type ReleaseListHeader = {
  at: Readonly<Record<ReleaseListColumn, number>>
  width: number
  /** Columns that we do not know. They are not read; the preview names them, so that nothing is dropped in silence. */
  ignored: readonly string[]
}

export type HeaderDecision =
  | { ok: true; header: ReleaseListHeader }
  | { ok: false; because: ReleaseListFileFault; columns: readonly string[] }

/**
 * Is this first line the header of a release list? Columns may stand in any order and in any case.
 *
 * A missing column refuses the file, even one whose cells may be empty: a renamed `last_dose_on` would otherwise look
 * like a list on which nobody had a dose. `columns` holds the names at fault.
 */
export function decideHeader(cells: readonly string[]): HeaderDecision {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/u, '')
      .trim()
      .toLowerCase(),
  )
  if (names.every((name) => name === '')) return { ok: false, because: 'empty', columns: [] }

  const missing = RELEASE_LIST_COLUMN_NAMES.filter((column) => !names.includes(column))
  if (missing.length === RELEASE_LIST_COLUMN_NAMES.length) return { ok: false, because: 'no-header', columns: [] }
  const repeated = RELEASE_LIST_COLUMN_NAMES.filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
  if (repeated.length > 0) return { ok: false, because: 'repeated-columns', columns: repeated }
  if (missing.length > 0) return { ok: false, because: 'missing-columns', columns: missing }

  const at = Object.fromEntries(RELEASE_LIST_COLUMN_NAMES.map((column) => [column, names.indexOf(column)]))
  const known: ReadonlySet<string> = new Set(RELEASE_LIST_COLUMN_NAMES)
  return {
    ok: true,
    header: {
      at: at as Record<ReleaseListColumn, number>,
      width: names.length,
      ignored: names.filter((name) => name !== '' && !known.has(name)),
    },
  }
}

/**
 * The cells of one line by column, or null for a line without any content, which is passed over without a word.
 *
 * Cells missing at the end are empty: spreadsheets leave them out. Filled cells beyond the header refuse the line,
 * because a comma without quotes has moved everything after it by one.
 */
export function decideCells(
  header: ReleaseListHeader,
  row: readonly string[],
): { ok: true; cells: ReleaseListCells } | { ok: false; refused: RefusedCell } | null {
  if (row.every((cell) => cell.trim() === '')) return null
  if (row.slice(header.width).some((cell) => cell.trim() !== ''))
    return { ok: false, refused: { field: 'has_address', code: 'too-many-cells' } }
  const cells = RELEASE_LIST_COLUMN_NAMES.map((column) => [column, row[header.at[column]] ?? ''])
  return { ok: true, cells: Object.fromEntries(cells) as ReleaseListCells }
}

/** Which sign parts the cells: the one that the header line holds most of. A line without any is one cell. */
export function decideDelimiter(headerLine: string): ',' | ';' | '\t' {
  const counts = ([',', ';', '\t'] as const).map((sign) => ({ sign, count: headerLine.split(sign).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign
}

/** How the bytes of a file are to be read. */
export const RELEASE_LIST_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const
export type ReleaseListEncoding = (typeof RELEASE_LIST_ENCODINGS)[number]

/**
 * Which encoding does this file have, told by its first bytes? The mark at its beginning decides; without one, a zero
 * byte beside the first letter gives UTF-16 away, since a header is plain ASCII. Anything else is read as UTF-8, and
 * bytes that are none come out as U+FFFD, which refuses the cells that hold it.
 */
export function decideEncoding(firstBytes: Uint8Array): ReleaseListEncoding {
  const [first, second] = firstBytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le'
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be'
  return 'utf-8'
}
