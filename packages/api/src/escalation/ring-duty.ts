import type { SystemActor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordStage, recordStep } from '@throughcare/db/escalation/escalation-repository'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import type { NobodyThereReason } from '@throughcare/domain/escalation/decide-at-press'
import { tellOfStep } from './tell-of-step.ts'

/**
 * Three quarters of the time are gone, or nobody is there: the duty contact of the receiver hears of it, and whoever answers for
 * the handoff has somebody to ring (rule ESC-1).
 */
export async function ringDuty(
  deed: Deed<SystemActor>,
  handoff: Handoff,
  plannedAt: Date,
  because: NobodyThereReason | null = null,
): Promise<void> {
  if (!(await recordStage(deed, handoff.id, 'ring-duty'))) return
  const told = [
    { serviceId: handoff.receivingServiceId, audience: 'duty' },
    { serviceId: handoff.sendingServiceId, audience: 'workers' },
  ] as const
  await recordStep(deed, {
    handoff,
    plannedAt,
    because,
    step: 'ring-duty',
    toldServiceIds: told.map(({ serviceId }) => serviceId),
  })
  await tellOfStep(deed, 'ring-duty', handoff, told)
}
