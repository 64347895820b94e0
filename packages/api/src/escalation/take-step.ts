import type { SystemActor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordStage, recordStep, type StepDue } from '@throughcare/db/escalation/escalation-repository'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import { ringDuty } from './ring-duty.ts'
import { tellOfStep } from './tell-of-step.ts'
import { timeOutHandoff } from './time-out-handoff.ts'

/**
 * Takes the step to which the clock of a handoff has come. Of several that are due only the latest is taken: who was not
 * reminded while the worker was away is not reminded when time is up (case E08).
 */
export async function takeStep(
  deed: Deed<SystemActor>,
  handoff: Handoff,
  { stage, plannedAt }: Pick<StepDue, 'stage' | 'plannedAt'>,
): Promise<void> {
  if (stage === 'half-time') return remind(deed, handoff, plannedAt)
  if (stage === 'ring-duty') return ringDuty(deed, handoff, plannedAt)
  if (stage === 'accept') return tellAcceptLate(deed, handoff, plannedAt)
  // A fallback that is silent as well has no heir: it answers for it, and the managers of both are told (rule ESC-4).
  if (handoff.accountableServiceId === handoff.receivingServiceId) return tellManagers(deed, handoff, plannedAt)
  await timeOutHandoff(deed, handoff, plannedAt)
}

async function remind(deed: Deed<SystemActor>, handoff: Handoff, plannedAt: Date): Promise<void> {
  if (!(await recordStage(deed, handoff.id, 'half-time'))) return
  const { receivingServiceId: serviceId } = handoff
  await recordStep(deed, { handoff, plannedAt, step: 'half-time', toldServiceIds: [serviceId] })
  await tellOfStep(deed, 'half-time', handoff, [{ serviceId, audience: 'workers' }])
}

async function tellManagers(deed: Deed<SystemActor>, handoff: Handoff, plannedAt: Date): Promise<void> {
  if (!(await recordStage(deed, handoff.id, 'deadline'))) return
  const both = [handoff.sendingServiceId, handoff.receivingServiceId]
  await recordStep(deed, { handoff, plannedAt, step: 'managers-told', toldServiceIds: both })
  await tellOfStep(
    deed,
    'managers-told',
    handoff,
    both.map((serviceId) => ({ serviceId, audience: 'managers' })),
  )
}

async function tellAcceptLate(deed: Deed<SystemActor>, handoff: Handoff, plannedAt: Date): Promise<void> {
  if (!(await recordStage(deed, handoff.id, 'accept'))) return
  const { receivingServiceId: serviceId } = handoff
  await recordStep(deed, { handoff, plannedAt, step: 'accept-late', toldServiceIds: [serviceId] })
  await tellOfStep(deed, 'accept-late', handoff, [
    { serviceId, audience: 'workers' },
    { serviceId, audience: 'managers' },
  ])
}
