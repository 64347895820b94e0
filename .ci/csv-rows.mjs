/**
 * Reads a CSV of ours as objects by the words of its first line: cells in double quotes where they hold a comma or a quote, one
 * row a line.
 *
 * @param {string} text
 * @returns {Record<string, string>[]}
 * @throws Error for a line that has not as many cells as the first
 */
export function readCsvRows(text) {
  const [head = [], ...lines] = text.trimEnd().split('\n').map(cellsOf)
  return lines.map((cells, at) => {
    if (cells.length !== head.length)
      throw new Error(`line ${at + 2} has ${cells.length} cells, the first ${head.length}`)
    return Object.fromEntries(head.map((word, column) => [word, cells[column] ?? '']))
  })
}

/**
 * The same the other way.
 *
 * @param {Record<string, string>[]} rows all with the same keys
 */
export function writeCsvRows(rows) {
  const lines = rows.map((row) => Object.values(row).map(quoted).join(','))
  return `${[Object.keys(rows[0] ?? {}).join(','), ...lines].join('\n')}\n`
}

/** @param {string} line */
function cellsOf(line) {
  return [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g)].map(([, inQuotes, bare]) =>
    inQuotes === undefined ? (bare ?? '') : inQuotes.replaceAll('""', '"'),
  )
}

/** @param {string} cell */
function quoted(cell) {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
