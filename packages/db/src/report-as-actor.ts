import {
  type CopyState,
  decideReadFrom,
  OLDEST_SECONDS,
  type ReadFrom,
} from '@throughcare/domain/report-copy/decide-read-from'
import type pg from 'pg'
import type { Actor } from './actor.ts'
import { type Read, readAsActor } from './as-actor.ts'
import { database } from './database.ts'
import { sqlStateOf } from './database-error.ts'

/** A copy that could not be reached is left alone for so long. */
const LEFT_ALONE_MS = 10_000
const leftAloneUntil = new WeakMap<pg.Pool, number>()

type Copied<Row> = { rows: Row[]; replayed: bigint; replayedAtSeconds: number }

/**
 * The door for figures. As {@link readAsActor}, but the rows come from the copy that DATABASE_REPORTS_URL names, if there is one, if
 * it is recent, and if the reader wrote nothing that it does not have. Session check and audit entry are the database's in either
 * case, in one transaction: who was signed out is refused at once, and what is not in the trail is not handed over. What
 * names persons is read through the other doors: a part that was closed closes there at once.
 *
 * @returns the rows, and where they were read
 * @throws when the session has ended meanwhile: SQLSTATE 28000.
 */
export async function reportAsActor<Row extends object>(
  actor: Actor,
  read: Read,
  audit: { action: string },
): Promise<{ rows: Row[]; now: Date; readFrom: ReadFrom }> {
  const { reads, copy } = database()
  if (copy === null) {
    const found = await readAsActor<Row>(actor, read, { ...audit, touched: () => ({ episodeIds: [], personIds: [] }) })
    return { ...found, readFrom: decideReadFrom({ kind: 'none' }, null) }
  }
  const copied = askCopy<Row>(copy, actor, read)
  const client = await reads.connect()
  let broken: unknown
  try {
    const [, opened, stated] = await Promise.all([
      client.query('begin'),
      client.query<{ now: Date }>({
        name: 'open-session',
        text: 'select app.open_session($1, $2) as now',
        values: [Buffer.from(actor.sidHash), actor.membershipId],
      }),
      client.query<Stated>({ name: 'report-state', text: STATE, values: [] }),
    ])
    const [{ now } = { now: null }] = opened.rows
    const [state] = stated.rows
    if (!now || !state) throw new Error('the transaction did not open')
    const answer = await copied
    const oldest = Number(process.env.DATABASE_REPORTS_OLDEST_SECONDS || OLDEST_SECONDS)
    const readFrom = decideReadFrom(stateOfCopy(answer, state), state.sinceOwnWrite, oldest)
    const rows =
      readFrom.from === 'copy' && answer
        ? answer.rows
        : (await client.query<Row>({ name: read.name, text: read.text, values: [...read.values] })).rows
    await Promise.all([
      client.query({
        name: 'audit-report',
        text: `insert into audit_entry (id, account_id, service_id, role, action) values (gen_random_uuid(), $1, $2, $3, $4)`,
        values: [actor.accountId, actor.serviceId, actor.role, audit.action],
      }),
      client.query('commit'),
    ])
    return { rows, now, readFrom }
  } catch (error) {
    broken = error
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release(broken !== undefined && sqlStateOf(broken) === null)
  }
}

/** How far the database is, what its clock says, and when the reader last pressed anything there. */
type Stated = { at: string; nowSeconds: number; sinceOwnWrite: number | null }
const STATE = `
  select (pg_current_wal_lsn() - '0/0'::pg_lsn)::text as at, extract(epoch from clock_timestamp())::float8 as "nowSeconds",
    (select extract(epoch from app.now() - max(r.at))::float8 from request r where r.account_id = app.account_id()) as "sinceOwnWrite"`

/** By the database's own clock: what its last deed in the copy is old, and nothing where the copy has all there is. */
function stateOfCopy(copied: Copied<object> | null, { at, nowSeconds }: Stated): CopyState {
  if (copied === null) return { kind: 'away' }
  const isLevel = copied.replayed >= BigInt(at)
  return { kind: 'here', behindSeconds: isLevel ? 0 : Math.max(0, Math.round(nowSeconds - copied.replayedAtSeconds)) }
}

/** Null when it cannot be asked, is no copy any more, or gave the reading up because it had to follow the database. */
async function askCopy<Row extends object>(copy: pg.Pool, actor: Actor, read: Read): Promise<Copied<Row> | null> {
  if (performance.now() < (leftAloneUntil.get(copy) ?? 0)) return null
  const client = await copy.connect().catch(() => null)
  if (client === null) {
    leftAloneUntil.set(copy, performance.now() + LEFT_ALONE_MS)
    return null
  }
  let broken: unknown
  try {
    // How far it is, before what it says: the rows are at least as new.
    const [, opened, state, answer] = await Promise.all([
      client.query('begin read only'),
      client.query<{ open: boolean }>({
        name: 'open-copy',
        text: 'select app.open_copy($1, $2, $3, $4) as open',
        values: [actor.accountId, actor.serviceId, actor.role, [...actor.grants]],
      }),
      client.query<{ replayed: string | null; at: number | null }>({
        name: 'copy-state',
        text: `select (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::text as replayed,
                 extract(epoch from pg_last_xact_replay_timestamp())::float8 as at`,
        values: [],
      }),
      client.query<Row>({ name: read.name, text: read.text, values: [...read.values] }),
      client.query('commit'),
    ])
    const { replayed, at } = state.rows[0] ?? { replayed: null, at: null }
    if (!opened.rows[0]?.open || replayed === null) return null
    return { rows: answer.rows, replayed: BigInt(replayed), replayedAtSeconds: at ?? 0 }
  } catch (error) {
    broken = error
    await client.query('rollback').catch(() => undefined)
    return null
  } finally {
    client.release(broken !== undefined && sqlStateOf(broken) === null)
  }
}
