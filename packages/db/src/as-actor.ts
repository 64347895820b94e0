import { type Actor, type SystemActor, systemActor } from './actor.ts'
import { againAfterCollision } from './again-after-collision.ts'
import { database } from './database.ts'
import { inOneFlush, inTransaction, isDead, leave, type Opening, type Tx } from './deed-transaction.ts'
import type { Prisma } from './generated/client.ts'

export type { Tx } from './deed-transaction.ts'

/** What a use case works with: the transaction, who acts in it, and the one clock. */
export type Deed<A extends Actor | SystemActor = Actor | SystemActor> = {
  tx: Tx
  actor: A
  /** app.now() of this transaction. */
  now: Date
}

/** A statement run as the actor by {@link readAsActor}. */
export type Read = { name: string; text: string; values: readonly unknown[] }

/**
 * The door for use cases. Opens a transaction, makes PostgreSQL check the session again and remember who is asking (the row
 * level security policies read it), and hands both over. The settings are local to the transaction, so a pooled connection
 * never carries one service's identity to another. After a collision with another transaction the whole of it is done again, so `work`
 * changes nothing outside the database.
 *
 * @param options.timeoutMs for the few deeds that may take long, such as writing a release list; 20 s otherwise.
 * @param options.along a statement that leaves together with the opening: it is done before anything of `work`.
 * @throws when the session has ended or the hat was taken away meanwhile: SQLSTATE 28000.
 */
export function asActor<A extends Actor | SystemActor, T>(
  actor: A,
  work: (deed: Deed<A>, along: number) => Promise<T>,
  options: { timeoutMs?: number; along?: Prisma.Sql } = {},
): Promise<T> {
  const { timeoutMs = TIMEOUT_MS, along } = options
  return againAfterCollision(() =>
    inTransaction(openingOf(actor), { timeoutMs, along }, (tx, now, rows) => work({ tx, actor, now }, rows)),
  )
}

const TIMEOUT_MS = 20_000

/**
 * Does not wait for one statement that was just sent: it is done in its turn, before what is sent after it, and when it fails nothing
 * of the deed is kept. Only for a single statement: whatever is sent later than the end of the deed would be outside of it.
 */
export function soon({ tx }: Deed, sent: Promise<unknown>): void {
  leave(tx, sent)
}

function openingOf(actor: Actor | SystemActor): Opening {
  return actor.role === 'system'
    ? { name: 'open-system', text: 'select app.open_system($1) as now', values: [actor.serviceId] }
    : {
        name: 'open-session',
        text: 'select app.open_session($1, $2) as now',
        values: [Buffer.from((actor as Actor).sidHash), (actor as Actor).membershipId],
      }
}

/**
 * What follows by itself from somebody's deed, in the same transaction: for this stretch the transaction acts as the system actor
 * for a service, and then as whoever pressed again. For what the one who presses may cause and not do: a handoff that goes to the
 * fallback at the press of send, or the handoffs of somebody whose account an administrator closes.
 *
 * @throws what `work` throws; then the transaction is over and nobody acts in it any more.
 */
export async function asSystemWithin<T>(
  deed: Deed,
  serviceId: string,
  work: (deed: Deed<SystemActor>) => Promise<T>,
): Promise<T> {
  const { tx, actor, now } = deed
  await tx.$executeRaw`select app.open_system(${serviceId}::uuid)`
  const done = await work({ tx, actor: systemActor(serviceId), now })
  if (actor.role === 'system') await tx.$executeRaw`select app.open_system(${actor.serviceId}::uuid)`
  else await tx.$executeRaw`select app.open_session(${actor.sidHash}, ${actor.membershipId}::uuid)`
  return done
}

/** Which cases and persons an answer shows, for the entry in the trail. */
export type Touched = { episodeIds: string[]; personIds: string[] }

/**
 * How a hot read is written down. `columns`: the statement answers one row at most, tells the ids itself in its columns `episode_ids`
 * and `person_ids`, and these columns are the answer. `touched`: who is shown is only known from the rows.
 */
export type ReadAudit<Row> = { action: string } & ({ columns: string } | { touched: (rows: Row[]) => Touched })

/**
 * The door for hot reads: the same settings, in one flush on one connection: begin, session check, query and commit. The audit entry
 * is written by the query itself, from what it answers; where only the rows can tell who is shown, entry and commit leave in a second
 * flush. Nothing is handed over before the commit: what could not be written down is not shown.
 *
 * The plan of the query is kept from its first use: with every policy in it, making one takes longer than a hundred readings.
 *
 * @returns the rows as pg reads them: uuid and date columns as written in the query, timestamps as Date.
 * @throws when the session has ended meanwhile, or the hat is not what it was: SQLSTATE 28000.
 */
export async function readAsActor<Row extends object>(
  actor: Actor,
  read: Read,
  audit: ReadAudit<Row>,
): Promise<{ rows: Row[]; now: Date }> {
  const client = await database().reads.connect()
  let broken: unknown
  const open = [
    () => client.query('begin'),
    () =>
      client.query({
        name: 'open-reading',
        text: 'select app.open_reading($1, $2, $3, $4, $5) as now',
        values: [Buffer.from(actor.sidHash), actor.membershipId, actor.role, actor.grants, actor.serviceKind],
      }),
  ]
  try {
    if ('columns' in audit) {
      const [, opened, answer] = await inOneFlush(client, [
        ...open,
        () =>
          client.query({
            name: read.name,
            text: noted(read, audit.columns),
            values: [...read.values, actor.accountId, actor.serviceId, actor.role, audit.action],
          }),
        () => client.query('commit'),
      ])
      return { rows: (answer?.rows ?? []) as Row[], now: nowOf(opened) }
    }
    const [, opened, answer] = await inOneFlush(client, [
      ...open,
      () => client.query({ name: read.name, text: read.text, values: [...read.values] }),
    ])
    const rows = (answer?.rows ?? []) as Row[]
    const touched = audit.touched(rows)
    await inOneFlush(client, [
      () =>
        client.query({
          name: 'audit-read',
          text: `insert into audit_entry (id, account_id, service_id, role, action, episode_ids, person_ids)
               values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
          values: [actor.accountId, actor.serviceId, actor.role, audit.action, touched.episodeIds, touched.personIds],
        }),
      () => client.query('commit'),
    ])
    return { rows, now: nowOf(opened) }
  } catch (error) {
    broken = error
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release(isDead(broken))
  }
}

/** The statement, and beside it the entry in the trail made of what it answers: an entry also where it answers nothing. */
function noted({ text, values }: Read, columns: string): string {
  const [account, service, role, action] = [1, 2, 3, 4].map((place) => `$${values.length + place}`)
  return `with answer as materialized (${text}
  ), noted as (
    insert into audit_entry (id, account_id, service_id, role, action, episode_ids, person_ids)
    select gen_random_uuid(), ${account}::uuid, ${service}::uuid, ${role}::text, ${action}::text,
      array(select distinct id from answer, unnest(answer.episode_ids) id where id is not null),
      array(select distinct id from answer, unnest(answer.person_ids) id where id is not null)
  )
  select ${columns} from answer`
}

function nowOf(opened: { rows: object[] } | undefined): Date {
  const now = (opened?.rows[0] as { now: Date } | undefined)?.now
  if (!now) throw new Error('the transaction did not open')
  return now
}

/**
 * The door for one statement that is a deed by itself, such as the note of a denied attempt: begin, session check, statement and
 * commit leave in one flush.
 *
 * @throws when the session has ended meanwhile: SQLSTATE 28000.
 */
export function writeAsActor(actor: Actor | SystemActor, { name, text, values }: Read): Promise<void> {
  return againAfterCollision(async () => {
    const client = await database().reads.connect()
    let broken: unknown
    try {
      await inOneFlush(client, [
        () => client.query('begin'),
        () => client.query(openingOf(actor)),
        () => client.query({ name, text, values: [...values] }),
        () => client.query('commit'),
      ])
    } catch (error) {
      broken = error
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release(isDead(broken))
    }
  })
}
