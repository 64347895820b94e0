/** What a spreadsheet takes for the beginning of a formula or a command, in ASCII and as full-width twins of it. */
const BEGINS_FORMULA = /^[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFF05]/
/** What may stand before it and is not seen: spaces, controls and marks of zero width, NUL and the mark of byte order too. */
const NOT_SEEN = /^[\p{White_Space}\p{Cc}\p{Cf}]+/u
/** Taken for the end of a cell or of a line, wherever they stand, or for nothing at all. */
const NEVER_IN_A_CELL = /\p{Cc}/gu
/** A number as we write them: a spreadsheet may count with it. */
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/

/**
 * Makes the text of one cell of an export say what it says, and do nothing: whoever opens the file in a spreadsheet must not run
 * what somebody else typed (OWASP "CSV injection"; practice D08). A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, also when blanks or marks that nobody sees stand first. Line breaks become spaces, other controls go;
 * numbers stay numbers.
 *
 * It is not the quoting of CSV: {@link csvLine} does that as well.
 *
 * @returns the cell's text; the empty text for null
 */
export function neutralCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = value
    .replaceAll(/\r\n|[\r\n\t\v\f\u0085\u2028\u2029]/g, ' ')
    .replaceAll(NEVER_IN_A_CELL, '')
    .replaceAll('\uFEFF', '')
  if (NUMBER.test(text)) return text
  return BEGINS_FORMULA.test(text.replace(NOT_SEEN, '')) ? `'${text}` : text
}

/**
 * One line of CSV (RFC 4180) of cells that do nothing: every cell in quotes but numbers, quotes doubled, CRLF at its end.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell) => {
    const text = neutralCell(cell)
    return NUMBER.test(text) ? text : `"${text.replaceAll('"', '""')}"`
  })
  return `${written.join(',')}\r\n`
}
