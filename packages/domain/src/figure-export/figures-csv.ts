import type { ShownCount } from '../continuity/small-counts.ts'
import { csvLine } from '../text/neutral-cell.ts'
import { type LeavingFigures, type LeavingLine, type LeavingRow, leavingLines } from './leaving-figures.ts'

/** The words of the file, in the reader's language. */
export type CsvWords = {
  /** Above the table: what it carries, that other kinds are not in it, of whom and as of when. One cell each. */
  sentences: readonly string[]
  headers: readonly [string, string, string, string, string, string, string, string, string, string]
  figure: (line: LeavingLine) => string
  part: (line: LeavingLine) => string
  of: (line: LeavingLine) => string
  /** For a count or a rate that is not shown. */
  hidden: string
}

/** UTF-8 by its mark, without which spreadsheets take it for something else. */
const MARK = '\uFEFF'

/**
 * The figures as a file for a spreadsheet (practice D08): every cell says what it says and does nothing, numbers stay numbers, rates are
 * shares from 0 to 1 with three places. No day, no free text, no person.
 */
export function figuresCsv(figures: LeavingFigures, words: CsvWords): string {
  const line = (each: LeavingLine) =>
    csvLine([words.figure(each), words.part(each), words.of(each), ...cellsOf(each, words.hidden)])
  const lines = [
    ...words.sentences.map((sentence) => csvLine([sentence])),
    csvLine(words.headers),
    ...leavingLines(figures).map(line),
  ]
  return `${MARK}${lines.join('')}`
}

function cellsOf({ row, count }: LeavingLine, hidden: string): (string | number | null)[] {
  const shown = (each: ShownCount | null) => (each === 'hidden' ? hidden : each)
  if (row === null) return [shown(count), null, null, null, null, null, null]
  return [shown(row.counted), shown(row.met), shown(row.notMet), shown(row.unknown), ...rateCells(row, hidden)]
}

function rateCells({ rate }: LeavingRow, hidden: string): (string | number | null)[] {
  if (rate.kind === 'nobody') return [null, null, null]
  if (rate.kind !== 'rate') return [hidden, null, null]
  return [rate.share, rate.interval.lower, rate.interval.upper].map((share) => Math.round(share * 1000) / 1000)
}
