import type { Category, RelationOrNone } from '@throughcare/domain/access/access-codes'
import type { LiveTopic } from '@throughcare/domain/live/live-topics'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { type SignedIn, signedInFrom } from '../access/session-repository.ts'
import { database } from '../database.ts'
import type { Listener } from './listen.ts'

/**
 * That something changed, and which services may hear of it now, each with its kind and its part. Ids and codes only.
 * `circle`: of a restricted record only these accounts of the service hear; null: everybody there.
 */
export type LiveEvent = {
  id: number
  topic: LiveTopic
  /** What it is about, or the area of its handoff: told to no hat to which that is closed. Null: a service as such. */
  category: Category | null
  episodeId: string | null
  handoffId: string | null
  heardBy: readonly {
    serviceId: string
    kind: ServiceKind
    relation: RelationOrNone
    circle: readonly string[] | null
  }[]
}

type EventRow = {
  id: string
  topic: LiveTopic
  category: Category | null
  episode_id: string | null
  handoff_id: string | null
} & (
  | { service_id: string; service_kind: ServiceKind; relation: RelationOrNone; circle: string[] | null }
  | { service_id: null }
)

/**
 * Events above a number, by rising number, those too that nobody may hear of any more.
 *
 * @param atMost events; there may be more behind them
 */
export async function findEventsAfter(listener: Listener, after: number, atMost: number): Promise<LiveEvent[]> {
  const rows = await listener.query<EventRow>('select * from app.live_events_after($1, $2)', [after, atMost])
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((same) => eventOf(same as [EventRow, ...EventRow[]]))
}

function eventOf(rows: [EventRow, ...EventRow[]]): LiveEvent {
  const [{ id, topic, category, episode_id, handoff_id }] = rows
  const heardBy = rows.flatMap((row) =>
    row.service_id === null
      ? []
      : [{ serviceId: row.service_id, kind: row.service_kind, relation: row.relation, circle: row.circle }],
  )
  return { id: Number(id), topic, category, episodeId: episode_id, handoffId: handoff_id, heardBy }
}

/** Which events there are: the first that is kept, the last, and the last that is older than a page takes to open. */
export async function findReach(listener: Listener): Promise<{ first: number | null; last: number; recent: number }> {
  const [row] = await listener.query<{ first: string | null; last: string; recent: string }>(
    'select * from app.live_reach()',
    [],
  )
  if (!row) throw new Error('the database told nothing of its events')
  return { first: row.first === null ? null : Number(row.first), last: Number(row.last), recent: Number(row.recent) }
}

const LOOK = 'select * from app.look_at_sessions($1)'
type Row = Parameters<typeof signedInFrom>[0] & { sid_hash: Buffer }

/** Who is signed in with these session ids, by the hash as hexadecimal text. Looking keeps nobody signed in. */
export async function findSessionsOf(
  listener: Listener,
  sidHashes: readonly Uint8Array[],
): Promise<Map<string, SignedIn>> {
  const rows = await listener.query<Row>(LOOK, [sidHashes.map((hash) => Buffer.from(hash))])
  return new Map(rows.map((row) => [row.sid_hash.toString('hex'), signedInFrom(row, row.sid_hash)]))
}

/** Who is signed in with this session id, looked at without keeping the session alive. */
export async function lookAtSession(sidHash: Uint8Array): Promise<SignedIn | null> {
  const { rows } = await database().reads.query<Row>({
    name: 'look-at-sessions',
    text: LOOK,
    values: [[Buffer.from(sidHash)]],
  })
  return rows[0] ? signedInFrom(rows[0], sidHash) : null
}
