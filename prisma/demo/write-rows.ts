import type pg from 'pg'

/** How many rows go in one statement: large enough to be quick, small enough to be sent in one piece. */
const ROWS_AT_ONCE = 4_000

/**
 * Writes rows into a table, whole sets at a time. Keys are its columns in camel case; every row has the same ones.
 *
 * @param table in camel case
 */
export async function writeRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const name = snakeCase(table)
  const columns = Object.keys(first).map(snakeCase).join(', ')
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await client.query(
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE).map(inSnakeCase))],
    )
}

function inSnakeCase(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value]))
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
