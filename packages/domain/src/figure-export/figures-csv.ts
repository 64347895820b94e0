import { csvLine } from '../text/neutral-cell.ts'
import type { LeavingFigures } from './leaving-figures.ts'
import {
  LEAVING_COLUMNS,
  type LeavingCell,
  type LeavingLine,
  type LeavingPart,
  type LeavingSubject,
  type LeavingUnit,
} from './leaving-line.ts'
import { leavingLines } from './leaving-lines.ts'

/** The words of the file, in the reader's language. */
export type CsvWords = {
  /** Above the table: what it carries, that other kinds are not in it, of whom and as of when. One cell each. */
  sentences: readonly string[]
  /** Of each column: three in words, the numbers, the unit of the last of them, and what is to be known of the line. */
  headers: readonly string[]
  figure: (subject: LeavingSubject) => string
  part: (part: LeavingPart) => string
  of: (part: LeavingPart) => string
  unit: (unit: LeavingUnit) => string
  /** Empty where nothing is to be known. */
  note: (part: LeavingPart) => string
  /** For a count or a rate that is not shown. */
  hidden: string
  /** For a length: not so many have come to an end. */
  open: string
}

/** UTF-8 by its mark, without which spreadsheets take it for something else. */
const MARK = '\uFEFF'

/**
 * The figures as a file for a spreadsheet (practice D08): every cell says what it says and does nothing, numbers stay numbers, rates are
 * shares from 0 to 1 with three places. No day, no free text, no person.
 */
export function figuresCsv(figures: LeavingFigures, words: CsvWords): string {
  const lines = [
    ...words.sentences.map((sentence) => csvLine([sentence])),
    csvLine(words.headers),
    ...leavingLines(figures).map((line) => csvLine(cellsOf(line, words))),
  ]
  return `${MARK}${lines.join('')}`
}

function cellsOf({ subject, part, cells }: LeavingLine, words: CsvWords): (string | number | null)[] {
  const written = (cell: LeavingCell | undefined) => {
    if (cell === undefined) return null
    return typeof cell === 'number' ? Math.round(cell * 1000) / 1000 : words[cell]
  }
  return [
    words.figure(subject),
    words.part(part),
    words.of(part),
    ...LEAVING_COLUMNS.map((column) => written(cells[column])),
    cells.unit === undefined ? null : words.unit(cells.unit),
    words.note(part),
  ]
}
