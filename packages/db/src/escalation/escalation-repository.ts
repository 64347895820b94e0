import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ClockStage, EscalationStep } from '@throughcare/domain/escalation/escalation-steps'
import type { Deed } from '../as-actor.ts'
import { dayOf, stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A handoff whose clock has come to a next step, and the service for which that step is taken. */
export type StepDue = { serviceId: string; handoffId: string; stage: ClockStage | 'accept'; plannedAt: Date }

/** What is due now, the longest waiting first. Only for the system actor; everybody else gets nothing. */
export function findStepsDue({ tx }: Deed, atMost: number): Promise<StepDue[]> {
  return tx.$queryRaw<StepDue[]>`
    select service_id as "serviceId", handoff_id as "handoffId", stage, planned_at as "plannedAt"
    from app.handoff_steps_due(${atMost}::int)`
}

/** The stages as the column of the handoff counts them. */
const STAGES = { 'half-time': 1, 'ring-duty': 2, deadline: 3, accept: 4 } as const satisfies Record<
  ClockStage | 'accept',
  number
>

/**
 * Notes that the clock of a handoff was followed so far. False: somebody was faster, answered it, or the step was taken
 * already. The row is held until the end of the transaction, so that two workers never take one step twice.
 */
export async function recordStage({ tx }: Deed, handoffId: string, stage: ClockStage | 'accept'): Promise<boolean> {
  const { count } = await tx.handoff.updateMany({
    where: {
      id: handoffId,
      status: stage === 'accept' ? 'acknowledged' : 'sent',
      clockStage: { lt: STAGES[stage] },
    },
    data: { clockStage: STAGES[stage] },
  })
  return count === 1
}

/** A step as it is written down. */
export type StepToRecord = {
  handoff: { id: string; episodeId: string; area: string }
  step: EscalationStep
  because?: string | null
  plannedAt: Date
  toldServiceIds: readonly string[]
  /** The handoff that the fallback has instead, and the agreement by which. */
  heir?: { handoffId: string; agreedOn: PlainDate; agreedWith: string } | null
}

/** Writes a step, which nobody can change afterwards. A step that was taken before is not taken again. */
export async function recordStep({ tx, actor, now }: Deed, of: StepToRecord): Promise<void> {
  await tx.escalation.createMany({
    data: [
      {
        id: newId(),
        handoffId: of.handoff.id,
        episodeId: of.handoff.episodeId,
        area: of.handoff.area,
        step: of.step,
        because: of.because ?? null,
        // A clock that a test or a demo set back must not make a step earlier than its plan.
        plannedAt: of.plannedAt < now ? of.plannedAt : now,
        at: now,
        byAccount: actor.accountId,
        byServiceId: actor.serviceId,
        toldServiceIds: [...new Set(of.toldServiceIds)],
        successorId: of.heir?.handoffId ?? null,
        agreedOn: of.heir ? stored(of.heir.agreedOn) : null,
        agreedWith: of.heir?.agreedWith ?? null,
      },
    ],
    skipDuplicates: true,
  })
}

/** The clock of a handoff, the service that is silent about it, and who would take over. */
export type SilentHandoff = {
  dueAt: Date
  waitingSince: Date
  /** Whether the receiver is a fallback already, which answers for it and has not seen it. */
  isHeir: boolean
  hasDutyContact: boolean
  /** Every service that was asked by time-out, the silent one included. */
  asked: string[]
  /** Who agreed to take over; null while nobody has, or it is not written down when and with whom. */
  agreement: { serviceId: string; agreedOn: PlainDate; agreedWith: string } | null
}

/** How it stands with a handoff that nobody has answered; null when somebody has, or it is none of the actor's. */
export async function findSilentHandoff({ tx, actor }: Deed, handoffId: string): Promise<SilentHandoff | null> {
  type Row = Omit<SilentHandoff, 'agreement'> & {
    fallbackId: string | null
    agreedOn: Date | null
    agreedWith: string | null
  }
  const [row] = await tx.$queryRaw<Row[]>`
    with recursive asked as (
      select h.id, h.previous_id, h.receiving_service_id from handoff h
        where h.id = ${handoffId}::uuid and h.sending_service_id = ${actor.serviceId}::uuid and h.status = 'sent'
      union all
      select p.id, p.previous_id, p.receiving_service_id from asked join handoff p on p.id = asked.previous_id and p.status = 'timed-out'
    )
    select h.due_at as "dueAt", h.waiting_since as "waitingSince",
      h.accountable_service_id = h.receiving_service_id as "isHeir", s.duty_contact_phone is not null as "hasDutyContact",
      array(select asked.receiving_service_id from asked) as asked,
      s.fallback_service_id as "fallbackId", s.fallback_agreed_on as "agreedOn", s.fallback_contact as "agreedWith"
    from asked one join handoff h on h.id = one.id join service s on s.id = h.receiving_service_id
    where one.id = ${handoffId}::uuid`
  if (!row) return null
  const { fallbackId, agreedOn, agreedWith, ...silent } = row
  return {
    ...silent,
    agreement:
      fallbackId === null || agreedOn === null || agreedWith === null
        ? null
        : { serviceId: fallbackId, agreedOn: dayOf(agreedOn), agreedWith },
  }
}

/** These handoffs, and those that followed them by time-out: what a press had set off. */
export async function findWithHeirs({ tx }: Deed, handoffIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive chain as (
      select h.id, h.status from handoff h where h.id = any (${[...handoffIds]}::uuid[])
      union
      select n.id, n.status from chain join handoff n on n.previous_id = chain.id where chain.status = 'timed-out'
    )
    select id from chain`
  return rows.map(({ id }) => id)
}

/** Who takes over for a service, if that was agreed on. */
export async function findFallbackOf({ tx }: Deed, serviceId: string): Promise<string | null> {
  const service = await tx.service.findUnique({
    where: { id: serviceId },
    select: { fallbackServiceId: true, fallbackAgreedOn: true, fallbackContact: true },
  })
  return service?.fallbackAgreedOn && service.fallbackContact ? service.fallbackServiceId : null
}

/** By when somebody of the service must have taken what it acknowledged. */
export async function recordAcceptDeadline({ tx, actor }: Deed, handoffId: string, acceptDueAt: Date): Promise<void> {
  await tx.handoff.updateMany({
    where: { id: handoffId, receivingServiceId: actor.serviceId, status: 'acknowledged' },
    data: { acceptDueAt },
  })
}
