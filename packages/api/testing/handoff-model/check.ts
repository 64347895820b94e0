import type { CastService } from '@throughcare/db/testing/cast'
import { foldMoves, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { ListInboxInput, ListSentInput } from '@throughcare/domain/handoff/list-handoffs-input'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { findInbox } from '../../src/handoff/find-inbox.ts'
import { findSent } from '../../src/handoff/find-sent.ts'
import { AREAS_SENT, type Ground } from './ground.ts'
import { count, isOpen, type Model, type Real, versionOf } from './model.ts'

type Stored = {
  id: string
  status: HandoffStatus
  version: number
  receiver: string
  sender: string
  accountable: string
  worker: string | null
  previous: string | null
  outcome: string | null
  moves: HandoffMove[]
}

/** What went wrong, with what stands in the database beside it. */
function fail(what: string, ...seen: unknown[]): never {
  throw new Error(`${what}: ${JSON.stringify(seen)}`)
}

/** Invariants I-1 and I-2 for the case, and that the database holds what the model holds and nothing else. */
export async function checkCase(model: Model, { ground, of }: Real): Promise<void> {
  const { rows } = await ground.owner.query<{ handoffs: Stored[]; items: { area: string; accountable: string }[] }>(
    `select coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'status', h.status, 'version', h.version,
         'receiver', h.receiving_service_id, 'sender', h.sending_service_id, 'accountable', h.accountable_service_id,
         'worker', h.worker_id, 'previous', h.previous_id, 'outcome', h.outcome, 'moves', (
           select jsonb_agg(m.move order by m.at, m.id) from handoff_move m where m.handoff_id = h.id)))
       from handoff h where h.episode_id = $1), '[]') as handoffs,
       (select jsonb_agg(jsonb_build_object('area', i.area, 'accountable', i.accountable_service_id))
       from checklist_item i where i.episode_id = $1) as items`,
    [of.episodeId],
  )
  const [{ handoffs, items } = { handoffs: [], items: [] }] = rows
  if (handoffs.length !== model.rows.length) fail('another number of handoffs', handoffs, model.rows)
  for (const row of model.rows) {
    const stored = handoffs.find(({ id }) => id === row.id)
    if (!stored) fail('a handoff is lost', row)
    const { status, version, receiver, sender, accountable, worker, previous, moves } = stored
    const name = (id: string | null) => nameOf(ground, id)
    // I-2: the sum of history is the state, and no move was lost or made twice.
    if (foldMoves(moves) !== status) fail('I-2: the history does not fold to the status', stored)
    if (version !== moves.length - 1) fail('I-2: a version without its move', stored)
    const is = [status, version, name(receiver), name(sender), name(accountable), workerOf(ground, worker), previous]
    const must = [row.status, versionOf(row), row.receiver, 'northgate', row.accountable, row.worker, row.previous]
    if (JSON.stringify([...is, moves]) !== JSON.stringify([...must, row.moves]))
      fail('the model says otherwise', stored, row)
    // I-6: only what is done has an outcome.
    if ((stored.outcome !== null) !== (status === 'done')) fail('I-6: an outcome of what is not done', stored)
  }
  for (const area of AREAS_SENT) {
    const open = model.rows.filter((row) => row.area === area && isOpen(row))
    if (open.length > 1) fail('I-1: an area with two open handoffs', open)
    // I-1: whoever answers for the area answers for its open items.
    const answers = model.rows.findLast((row) => row.area === area)?.accountable ?? 'northgate'
    for (const item of items.filter((each) => each.area === area))
      if (nameOf(ground, item.accountable) !== answers) fail('I-1: an item is with somebody else', item, answers)
  }
}

/** I-6: what a list counts is what it holds, and what was taken back or timed out is nowhere among what somebody has. */
export async function checkLists(model: Model, { ground, of, tally }: Real): Promise<void> {
  const tab = SENT_TABS[(tally.get('lists') ?? 0) % SENT_TABS.length] ?? 'waiting'
  const sent = await findSent(ground.people.northgateNurse, ListSentInput.parse({ tab, page: 1 }))
  if (sent.counts[tab] !== sent.rows.length)
    fail('I-6: a count that is not its list', tab, sent.counts, sent.rows.length)
  const newest = AREAS_SENT.flatMap((area) => model.rows.findLast((row) => row.area === area) ?? [])
  const taken = newest.some(
    ({ status }) => status === 'acknowledged' || status === 'accepted' || status === 'in-progress',
  )
  if (sent.counts.taken !== Number(taken)) fail('I-6: what nobody has counts as taken', sent.counts, newest)
  const ended = newest.length > 0 && newest.every(({ status }) => ['done', 'revoked', 'closed'].includes(status))
  if (sent.counts.ended !== Number(ended)) fail('I-6: what is open counts as ended', sent.counts, newest)

  const inTab = INBOX_TABS[(tally.get('lists') ?? 0) % INBOX_TABS.length] ?? 'new'
  const inbox = await findInbox(ground.people.harbourWorker, ListInboxInput.parse({ tab: inTab, page: 1 }))
  if (inbox.counts[inTab] !== inbox.rows.length) fail('I-6: a count that is not its list', inTab, inbox.counts)
  const held = model.rows.filter(
    ({ receiver, status }) =>
      receiver === 'harbour' && (status === 'acknowledged' || status === 'accepted' || status === 'in-progress'),
  )
  if (inbox.counts.acknowledged !== held.length)
    fail('I-6: the inbox counts what the service has not', inbox.counts, held)
  if (inbox.rows.some(({ episodeId }) => episodeId !== of.episodeId)) fail('a case of another sequence', inbox.rows)
  count(tally, 'lists')
}

const nameOf = (ground: Ground, id: string | null): CastService | null =>
  (Object.entries(ground.services).find(([, one]) => one === id)?.[0] as CastService | undefined) ?? null

const workerOf = (ground: Ground, id: string | null): string | null =>
  Object.entries(ground.people).find(([, { accountId }]) => accountId === id)?.[0] ?? null

/** Every move of people has its entry in the audit trail, by the press that made it. */
export async function movesWithoutAudit({ owner }: Ground): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from handoff_move m where m.by_account <> '00000000-0000-7000-8000-000000000001'
       and not exists (select 1 from audit_entry a where a.request_id = m.request_id and m.episode_id = any (a.episode_ids))`,
  )
  return rows[0]?.n ?? -1
}
