import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findOverdosePlans, recordOverdosePlanSaid } from '@throughcare/db/overdose-plan/overdose-plan-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordOverdosePlanInput } from '@throughcare/domain/overdose-plan/record-overdose-plan-input'
import { AppError, invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan, type PlanGrowth } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'

export type OverdosePlanRecorded = { version: number; growth: PlanGrowth }

/**
 * The plan of one person alone: offered, made or declined, with the day. What went before stays.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day that has not come
 */
export function recordOverdosePlan(actor: Actor, input: RecordOverdosePlanInput): Promise<OverdosePlanRecorded> {
  return perform(actor, 'overdose-plan.record', input, async (deed) => {
    const { episodeId, requestId, seenVersion, ...said } = input
    const part = await getPart(deed, episodeId, 'overdose-plan.record', 'naloxone')
    if (said.offeredOn > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('offeredOn', 'overdose-plan.offeredOn.in-the-future')
    if (!(await recordOverdosePlanSaid(deed, episodeId, seenVersion, said))) {
      const [current] = await findOverdosePlans(deed, episodeId)
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: current ?? null,
          changedBy: current?.recordedBy ?? null,
          changedAt: current?.recordedAt ?? null,
        },
      })
    }
    const growth = await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'overdose-plan.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(said),
      requestId,
    })
    return { version: (seenVersion ?? 0) + 1, growth }
  })
}
