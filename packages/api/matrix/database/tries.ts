import { asActor, type Tx } from '@throughcare/db/as-actor'
import { sqlStateOf } from '@throughcare/db/database-error'
import { newId } from '@throughcare/db/uuid'
import type { Stage } from '../stage.ts'
import type { Access } from './access.ts'
import type { Row, TableRule } from './rule-forms.ts'

/** Read by the ends of their handoff, so with it. */
const OF_A_HANDOFF: readonly string[] = ['handoff_move', 'escalation', 'handoff_message', 'handoff_message_seen']

/** The rows of a table as their owner reads them: all there are. */
export async function everyRow(stage: Stage, table: string): Promise<Row[]> {
  const { rows } = await stage.owner.query<{ row: Row }>(
    OF_A_HANDOFF.includes(table)
      ? `select to_jsonb(m) || jsonb_build_object('handoff', to_jsonb(h)) as row
         from ${table} m join handoff h on h.id = m.handoff_id`
      : `select to_jsonb(t) as row from ${table} t`,
  )
  return rows.map(({ row }) => row)
}

/** Thrown at the end of tries, so that nothing of them stays. */
class Undo extends Error {}

/** Works as somebody, and undoes whatever came of it. */
export async function tryOut(access: Access, work: (tx: Tx) => Promise<void>): Promise<void> {
  try {
    await asActor(access.hat.actor, async ({ tx }) => {
      await work(tx)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
}

/** Rows of the table that the transaction sees. */
export async function seen(tx: Tx, table: string): Promise<Row[]> {
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(`select to_jsonb(t) as row from ${table} t`)
  return rows.map(({ row }) => row)
}

/** How many rows of the case an UPDATE that changes nothing reaches. */
export function reached(tx: Tx, table: string, { caseIn, touch = caseIn }: TableRule, caseId: string): Promise<number> {
  return tx.$executeRawUnsafe(`update ${table} set ${touch} = ${touch} where ${caseIn} = $1::uuid`, caseId)
}

/** Whether the policies let a copy of this row in. What another constraint says of it is not their question. */
export async function letsIn(tx: Tx, table: string, row: Row): Promise<boolean> {
  const { handoff: _handoff, ...own } = row
  const copy = 'id' in own ? { ...own, id: newId() } : own
  const columns = Object.keys(copy).join(', ')
  await tx.$executeRawUnsafe('savepoint before_insert')
  try {
    await tx.$executeRawUnsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)
       on conflict do nothing`,
      JSON.stringify(copy),
    )
    return true
  } catch (error) {
    const state = sqlStateOf(error)
    if (state === '42501') return false
    if (state?.startsWith('23')) return true
    throw error
  } finally {
    await tx.$executeRawUnsafe('rollback to savepoint before_insert')
  }
}
