/**
 * A small reader of comma-separated lines for the rule tests: quotes, doubled quotes, line ends inside quotes. The
 * product reads files with a parser that has met more of them.
 *
 * @returns each row with the line of the file on which it begins, the first being 1
 */
export function readRows(text: string, delimiter = ','): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begins = 1
  const source = text.replace(/\r\n?/gu, '\n')
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index]
    if (sign === '\n') line += 1
    if (quoted && sign === '"' && source[index + 1] === '"') {
      cell += '"'
      index += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && (sign === delimiter || sign === '\n')) {
      cells.push(cell)
      cell = ''
      if (sign === delimiter) continue
      rows.push({ line: begins, cells })
      cells = []
      begins = line
    } else cell += sign
  }
  if (cell !== '' || cells.length > 0) rows.push({ line: begins, cells: [...cells, cell] })
  return rows
}
