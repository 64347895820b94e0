import type { RelationOrNone } from '@throughcare/domain/access/access-codes'
import { areasClosedTo } from '@throughcare/domain/access/categories-of-area'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffOutcome } from '@throughcare/domain/handoff/handoff-outcomes'
import type { HandoffKind, HandoffSide, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'

/** A handoff as the use cases work with it. `side` is the end that the asking service holds. */
export type Handoff = {
  id: string
  episodeId: string
  personId: string
  area: Area
  kind: HandoffKind
  status: HandoffStatus
  version: number
  side: Exclude<HandoffSide, 'system'>
  sendingServiceId: string
  receivingServiceId: string
  accountableServiceId: string
  workerId: string | null
  dueAt: Date | null
  attempt: number
}

/** What moved a handoff last: who, and when. */
export type LastMove = { move: string; at: Date; byName: string; byServiceName: string }

const ENDS = {
  id: true,
  episodeId: true,
  personId: true,
  area: true,
  kind: true,
  status: true,
  version: true,
  sendingServiceId: true,
  receivingServiceId: true,
  accountableServiceId: true,
  workerId: true,
  dueAt: true,
  attempt: true,
} as const

/**
 * The handoff, if the actor's service is one end of it; otherwise null. Somebody else's handoff and one that does not exist
 * look the same: one query asks both "which?" and "is it yours?".
 */
export async function findHandoff({ tx, actor }: Deed, handoffId: string): Promise<Handoff | null> {
  const row = await tx.handoff.findFirst({
    where: {
      id: handoffId,
      area: { notIn: closedTo(actor) },
      // A draft is its sender's alone.
      OR: [{ sendingServiceId: actor.serviceId }, { receivingServiceId: actor.serviceId, status: { not: 'draft' } }],
    },
    select: ENDS,
  })
  return row && handoffOf(row, actor)
}

/** The same, with how the actor's service stands to its case now: `none` when it has no part, or when its part is over. */
export async function findHandoffAndRelation(
  deed: Deed,
  handoffId: string,
): Promise<{ handoff: Handoff; relation: RelationOrNone } | null> {
  const { tx, actor, now } = deed
  const [row] = await tx.$queryRaw<(EndsRow & { relation: RelationOrNone })[]>`
    select h.id, h.episode_id as "episodeId", h.person_id as "personId", h.area, h.kind, h.status, h.version,
      h.sending_service_id as "sendingServiceId", h.receiving_service_id as "receivingServiceId",
      h.accountable_service_id as "accountableServiceId", h.worker_id as "workerId", h.due_at as "dueAt", h.attempt,
      coalesce(p.relation, 'none') as relation
    from handoff h
    left join case_part p on p.service_id = ${actor.serviceId}::uuid and p.episode_id = h.episode_id and p.until > ${now}::timestamptz
    where h.id = ${handoffId}::uuid and h.area <> all (${closedTo(actor)}::text[]) and (h.sending_service_id = ${actor.serviceId}::uuid
      or h.receiving_service_id = ${actor.serviceId}::uuid and h.status <> 'draft')`
  if (!row) return null
  const { relation, ...ends } = row
  return { handoff: handoffOf(ends, actor), relation }
}

/** The system actor moves what nobody reads. */
function closedTo({ role, ...actor }: Actor | SystemActor): Area[] {
  return role === 'system' ? [] : areasClosedTo({ role, kind: (actor as Actor).serviceKind as ServiceKind })
}

/** The live handoffs of a case in these areas that the actor's service may see. There is one at most per area. */
export async function findLiveHandoffs(
  { tx, actor }: Deed,
  episodeId: string,
  areas: readonly string[],
): Promise<Handoff[]> {
  const rows = await tx.handoff.findMany({
    where: {
      episodeId,
      area: { in: [...areas] },
      status: { in: ['draft', 'sent', 'acknowledged', 'accepted', 'in-progress', 'returned', 'rejected'] },
    },
    select: ENDS,
  })
  return rows.map((row) => handoffOf(row, actor))
}

/** Has this handoff been sent on: is there one that follows it? */
export async function hasSuccessor({ tx, actor }: Deed, handoffId: string): Promise<boolean> {
  const count = await tx.handoff.count({ where: { previousId: handoffId, sendingServiceId: actor.serviceId } })
  return count > 0
}

/** The last move of a handoff, for telling whoever came second; null for a draft, which nobody has moved. */
export async function findLastMove({ tx }: Deed, handoffId: string): Promise<LastMove | null> {
  const [row] = await tx.$queryRaw<LastMove[]>`
    select m.move, m.at, a.display_name as "byName", s.name as "byServiceName"
    from handoff_move m join account a on a.id = m.by_account join service s on s.id = m.by_service_id
    where m.handoff_id = ${handoffId}::uuid
    order by m.at desc, m.id desc limit 1`
  return row ?? null
}

/** A move to be written: guarded by the statuses it is allowed from and by the version that was on the screen. */
export type MoveToRecord = {
  handoff: Handoff
  move: string
  seenVersion: number
  from: readonly HandoffStatus[]
  to: HandoffStatus
  accountableServiceId: string
  /** Whether the move is the service's word that it has it: stamped now, by the actor. */
  acknowledges?: boolean
  /** The account in whose name it stands from now on. */
  workerId?: string
  reason?: string
  /** What came of it, where the move ends it. */
  outcome?: HandoffOutcome
  /** By when somebody of the service must have taken it, where the move makes it wait for that. */
  acceptDueAt?: Date
  requestId: string
}

/**
 * Writes a move and its history row, or does nothing and returns false when somebody else moved the handoff first. The
 * guard is in the UPDATE, so two people who press at the same moment cannot both win.
 */
export async function recordMove(deed: Deed, step: MoveToRecord): Promise<boolean> {
  const { tx, actor, now } = deed
  const { handoff, to } = step
  const end = Prisma.raw(handoff.side === 'sending' ? 'sending_service_id' : 'receiving_service_id')
  const written = await tx.$executeRaw`
    with moved as (
      update handoff set status = ${to}, accountable_service_id = ${step.accountableServiceId}::uuid, version = version + 1
        ${step.acknowledges ? Prisma.sql`, acknowledged_at = ${now}, acknowledged_by = ${actor.accountId}::uuid` : Prisma.empty}
        ${step.workerId ? Prisma.sql`, accepted_at = ${now}, worker_id = ${step.workerId}::uuid` : Prisma.empty}
        ${to === 'acknowledged' /* Nobody has it by name any more, or not yet. */ ? Prisma.sql`, accepted_at = null, worker_id = null` : Prisma.empty}
        ${step.acceptDueAt ? Prisma.sql`, accept_due_at = ${step.acceptDueAt}` : Prisma.empty}
        ${step.outcome ? Prisma.sql`, outcome = ${step.outcome}` : Prisma.empty}
        ${to === 'rejected' ? Prisma.sql`, rejected_reason = ${step.reason ?? ''}` : Prisma.empty}
      where id = ${handoff.id}::uuid and version = ${step.seenVersion} and status = any (${[...step.from]}::text[])
        and ${end} = ${actor.serviceId}::uuid
      returning id
    )
    insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, reason, request_id)
    select ${newId()}::uuid, moved.id, ${handoff.episodeId}::uuid, ${handoff.area}, ${step.move}, ${handoff.status}, ${to},
      ${actor.accountId}::uuid, ${actor.serviceId}::uuid, ${now}, ${step.reason ?? null}, ${step.requestId}::uuid from moved`
  return written === 1
}

type HistoryRow = {
  handoffId: string
  handoff: Pick<Handoff, 'episodeId' | 'area'>
  move: string
  fromStatus: HandoffStatus
  to: HandoffStatus
  reason?: string
  requestId: string
}

/** Adds moves to the history, which nobody can change afterwards. */
export async function recordHistory({ tx, actor, now }: Deed, rows: readonly HistoryRow[]): Promise<void> {
  await tx.handoffMove.createMany({
    data: rows.map((row) => ({
      id: newId(),
      handoffId: row.handoffId,
      episodeId: row.handoff.episodeId,
      area: row.handoff.area,
      move: row.move,
      fromStatus: row.fromStatus,
      toStatus: row.to,
      byAccount: actor.accountId,
      byServiceId: actor.serviceId,
      at: now,
      reason: row.reason ?? null,
      requestId: row.requestId,
    })),
  })
}

type EndsRow = Omit<Handoff, 'side' | 'area' | 'kind' | 'status'> & { area: string; kind: string; status: string }

function handoffOf(row: EndsRow, actor: Actor | SystemActor): Handoff {
  return {
    ...row,
    area: row.area as Area,
    kind: row.kind as HandoffKind,
    status: row.status as HandoffStatus,
    side: row.receivingServiceId === actor.serviceId ? 'receiving' : 'sending',
  }
}

/** A handoff that waits for an answer, as far as its deadline goes. */
export type WaitingHandoff = { id: string; receivingServiceId: string; kind: HandoffKind; sentAt: Date; dueAt: Date }

/** The handoffs of a case that the actor's service sent and nobody has acknowledged. */
export async function findWaitingHandoffs({ tx, actor }: Deed, episodeId: string): Promise<WaitingHandoff[]> {
  const rows = await tx.handoff.findMany({
    where: { episodeId, sendingServiceId: actor.serviceId, status: 'sent' },
    select: { id: true, receivingServiceId: true, kind: true, sentAt: true, dueAt: true },
  })
  return rows as WaitingHandoff[]
}

/**
 * Brings a deadline forward. It is never put back: a later one changes nothing. This is no move of anybody's, so the version
 * stays and a page that is open elsewhere is not stale by it.
 */
export async function recordTighterDeadline({ tx, actor }: Deed, handoffId: string, dueAt: Date): Promise<boolean> {
  const { count } = await tx.handoff.updateMany({
    where: { id: handoffId, sendingServiceId: actor.serviceId, status: 'sent', dueAt: { gt: dueAt } },
    data: { dueAt },
  })
  return count === 1
}
