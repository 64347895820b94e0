import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffOutcome } from '@throughcare/domain/handoff/handoff-outcomes'
import type { HandoffKind, HandoffSide, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { type HeirOf, heirOfSql, type StoredStep, stepsSql } from '../escalation/steps-view.ts'
import { MOVED_FROM } from './moved-from.ts'

/** An end of a handoff, with the numbers by which it is rung. */
export type HandoffEnd = {
  id: string
  name: string
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
}

export type StoredMove = {
  move: string
  fromStatus: HandoffStatus
  toStatus: HandoffStatus
  at: string
  by: string
  service: string
  reason: string | null
}

/** A handoff as its page shows it. Instants are ISO texts. */
export type HandoffView = {
  id: string
  side: Exclude<HandoffSide, 'system'>
  /** The case, while the reader may open it; null when only the envelope is left. */
  episodeId: string | null
  relation: Relation | null
  area: Area
  kind: HandoffKind
  status: HandoffStatus
  version: number
  attempt: number
  carries: Category[]
  sending: HandoffEnd
  receiving: HandoffEnd
  accountableServiceId: string
  accountableName: string
  /** The prison that sent it, where the person was moved since and the sender moved with them. */
  movedFrom: { name: string; at: string } | null
  dueAt: string
  sentAt: string
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  acceptedAt: string | null
  workerId: string | null
  worker: string | null
  rejectedReason: string | null
  outcome: HandoffOutcome | null
  /** What the sender said as it went out: the answer, where it had come back with a question. */
  said: string | null
  /** What the receiver asks, while it waits for the answer. */
  question: string | null
  /** Since when somebody has been asked: of a handoff that came by time-out since the first sending. */
  waitingSince: string
  /** By when somebody there must have taken what the service has acknowledged. */
  acceptDueAt: string | null
  deadlineRule: { id: string; version: number }
  /** Instead of whom the receiver answers for it; null where somebody sent it. */
  heirOf: HeirOf | null
  /** What was done while nobody answered, oldest first. */
  steps: StoredStep[]
  /** Oldest first. */
  moves: StoredMove[]
  /** What this one resends, newest first; for the sending side only. */
  earlier: { id: string; attempt: number; receivingName: string; status: HandoffStatus; moves: StoredMove[] }[]
  /** The handoff that resends this one; for the sending side only. */
  resentAsId: string | null
}

/**
 * A handoff with its history, for either end of it; null for everybody else and for an id that never existed. The audit
 * entry is written with it.
 */
export async function findHandoffView(
  actor: Actor,
  handoffId: string,
  action: string,
): Promise<{ found: HandoffView | null; now: Date }> {
  const { rows, now } = await readAsActor<{ found: HandoffView; episode_id: string; person_id: string }>(
    actor,
    { name: 'handoff-view', text: HANDOFF_VIEW, values: [actor.serviceId, handoffId] },
    {
      action,
      touched: (touched) => ({
        episodeIds: touched.map((row) => row.episode_id),
        personIds: touched.map((row) => row.person_id),
      }),
    },
  )
  return { found: rows[0]?.found ?? null, now }
}

const MOVES_OF = (handoff: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('move', m.move, 'fromStatus', m.from_status, 'toStatus', m.to_status, 'at', m.at,
    'by', a.display_name, 'service', v.name, 'reason', m.reason) order by m.at, m.id)
  from handoff_move m join account a on a.id = m.by_account join service v on v.id = m.by_service_id
  where m.handoff_id = ${handoff}), '[]')`

const END_OF = (
  service: string,
): string => `jsonb_build_object('id', ${service}.id, 'name', ${service}.name, 'phone', ${service}.phone,
  'dutyContactName', ${service}.duty_contact_name, 'dutyContactPhone', ${service}.duty_contact_phone)`

// The receiving side reads a case only while this handoff opens it: a revoked one leaves its envelope, whatever else the
// service holds of the same case.
const HANDOFF_VIEW = `
  with recursive one as (
    select h.*, h.sending_service_id = $1::uuid as is_sender,
      (h.sending_service_id = $1::uuid or h.status in ('sent', 'acknowledged', 'accepted', 'in-progress', 'done')) as opens
    from handoff h
    where h.id = (select app.known_handoff($2::uuid)) and h.status <> 'draft' and $1::uuid in (h.sending_service_id, h.receiving_service_id)
      and h.area <> all ((select app.closed_areas())::text[])
  ), chain as (
    select p.id, p.previous_id, p.attempt, p.receiving_service_id, p.status
      from one join handoff p on p.id = one.previous_id and one.is_sender
    union all
    select p.id, p.previous_id, p.attempt, p.receiving_service_id, p.status
      from chain join handoff p on p.id = chain.previous_id
  )
  select one.episode_id, one.person_id, jsonb_build_object('id', one.id,
    'side', case when one.is_sender then 'sending' else 'receiving' end,
    'episodeId', case when one.opens and part.relation <> 'ended' then one.episode_id end, 'relation', part.relation,
    'area', one.area, 'kind', one.kind, 'status', one.status, 'version', one.version, 'attempt', one.attempt,
    'carries', app.open_categories(one.carries), 'sending', ${END_OF('s')}, 'receiving', ${END_OF('r')},
    'accountableServiceId', one.accountable_service_id, 'accountableName', c.name,
    'movedFrom', ${MOVED_FROM('one')}, 'dueAt', one.due_at, 'sentAt', one.sent_at, 'acknowledgedAt', one.acknowledged_at, 'acknowledgedBy', ack.display_name,
    'acceptedAt', one.accepted_at, 'workerId', one.worker_id, 'worker', w.display_name, 'rejectedReason', one.rejected_reason, 'outcome', one.outcome,
    'said', (select m.reason from handoff_move m where m.handoff_id = one.id and m.move = 'send' order by m.at, m.id limit 1),
    'question', case when one.status = 'returned' then (select m.reason from handoff_move m
      where m.handoff_id = one.id and m.move = 'return' order by m.at desc, m.id desc limit 1) end,
    'waitingSince', one.waiting_since, 'acceptDueAt', one.accept_due_at,
    'deadlineRule', jsonb_build_object('id', one.deadline_rule_id, 'version', one.deadline_rule_version),
    'heirOf', ${heirOfSql('one.id')}, 'steps', ${stepsSql('one.id', 'one.is_sender')},
    'moves', ${MOVES_OF('one.id')},
    'earlier', coalesce((select jsonb_agg(jsonb_build_object('id', chain.id, 'attempt', chain.attempt, 'receivingName', v.name,
        'status', chain.status, 'moves', ${MOVES_OF('chain.id')}) order by chain.attempt desc)
      from chain join service v on v.id = chain.receiving_service_id), '[]'),
    'resentAsId', (select n.id from handoff n where n.previous_id = one.id and n.sending_service_id = $1::uuid and one.is_sender limit 1)
  ) as found
  from one
  join service s on s.id = one.sending_service_id
  join service r on r.id = one.receiving_service_id
  join service c on c.id = one.accountable_service_id
  left join account ack on ack.id = one.acknowledged_by
  left join account w on w.id = one.worker_id
  left join case_part part on part.service_id = $1::uuid and part.episode_id = one.episode_id and part.until > app.now()`
