import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { Deed } from '../as-actor.ts'

/** A handoff as the page of its case lists it, area by area. Instants are ISO texts. */
export type StandingHandoff = {
  id: string
  version: number
  area: Area
  kind: HandoffKind
  status: HandoffStatus
  attempt: number
  sendingServiceId: string
  receivingServiceId: string
  receivingName: string
  dueAt: string
  sentAt: string
  acknowledgedAt: string | null
  worker: string | null
  rejectedReason: string | null
  /** What the service asks, while it waits for the answer. */
  question: string | null
  /** The handoff that this one follows. */
  previousId: string | null
  /** Whether it still speaks for its area: not revoked and not closed. */
  isStanding: boolean
}

/**
 * Every handoff of a case that the part of the actor's service opens, the newest of each area first. The part is asked in
 * the same query.
 */
export async function findAreaHandoffs({ tx, actor, now }: Deed, episodeId: string): Promise<StandingHandoff[]> {
  const rows = await tx.$queryRaw<{ handoff: StandingHandoff }[]>`
    select jsonb_build_object('id', h.id, 'version', h.version, 'area', h.area, 'kind', h.kind, 'status', h.status,
      'attempt', h.attempt, 'sendingServiceId', h.sending_service_id, 'receivingServiceId', h.receiving_service_id,
      'receivingName', r.name, 'dueAt', h.due_at, 'sentAt', h.sent_at, 'acknowledgedAt', h.acknowledged_at,
      'worker', w.display_name, 'rejectedReason', h.rejected_reason, 'previousId', h.previous_id,
      'question', case when h.status = 'returned' then (select m.reason from handoff_move m
        where m.handoff_id = h.id and m.move = 'return' order by m.at desc, m.id desc limit 1) end,
      'isStanding', h.status not in ('revoked', 'closed')) as handoff
    from case_part p
    join handoff h on h.episode_id = p.episode_id and h.area = any (app.open_categories(p.categories)) and h.status <> 'draft'
    join service r on r.id = h.receiving_service_id
    left join account w on w.id = h.worker_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
    order by h.area, h.sent_at desc, h.id desc`
  return rows.map((row) => row.handoff)
}
