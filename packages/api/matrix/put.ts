import type { Scene } from '../testing/scene.ts'

export type Owner = Scene['owner']

/** Writes rows of one table as its owner, in one statement. Every row has the columns of the first one. */
export async function put(owner: Owner, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).join(', ')
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}
