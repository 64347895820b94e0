import type { Scene } from '../testing/scene.ts'
import { marked } from './canaries.ts'

export type Owner = Scene['owner']

/** A name for each statement: PostgreSQL then parses and plans it once for a connection. */
const names = new Map<string, string>()

/** Writes rows of one table as its owner, in one statement. Every row has the columns of the first one. */
export async function put(owner: Owner, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const stored = marked(table, rows)
  const [first] = stored
  if (!first) return
  const columns = Object.keys(first).join(', ')
  const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`
  const name = names.get(text) ?? `put ${names.size}`
  names.set(text, name)
  await owner.query({ name, text, values: [JSON.stringify(stored)] })
}
