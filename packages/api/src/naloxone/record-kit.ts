import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPlanBases } from '@throughcare/db/care-plan/plan-basis-repository'
import { findKits, type Kit, recordKitChange, recordNewKit } from '@throughcare/db/naloxone/kit-repository'
import { decideKitRecording } from '@throughcare/domain/naloxone/decide-kit-recording'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan, type PlanGrowth } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'

export type KitRecorded = { kitId: string; version: number; growth: PlanGrowth }

/**
 * Where a person's naloxone kit is: in the property, in the hand, left behind, declined. The plan follows at once.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `naloxone.in-the-future` or
 *   `naloxone.not-released`
 */
export function recordKit(actor: Actor, input: RecordKitInput): Promise<KitRecorded> {
  return perform(actor, 'naloxone.record-kit', input, async (deed) => {
    const { episodeId, kitId, requestId, seenVersion, ...kit } = input
    const part = await getPart(deed, episodeId, 'naloxone.record-kit', 'naloxone')
    const [basis] = await findPlanBases(deed, [episodeId])
    const decision = decideKitRecording(kit, basis?.releasedAt ?? null, deed.now)
    if (!decision.ok) throw refused(decision.refusal)

    const kits = await findKits(deed, episodeId)
    const current = kits.find((each) => each.id === kitId)
    if (kitId !== null && !current) throw new AppError('not-found')
    const twin = kitId === null ? kits.find((each) => each.state === input.state) : undefined
    // Two people who record the same kit on two screens: the second one is shown the first one's entry. Whoever means a
    // further kit says so by the number of kits seen.
    if (twin && seenVersion < kits.length) throw kitChangedMeanwhile(twin, seenVersion)

    const recorded =
      kitId === null
        ? { kitId: await recordNewKit(deed, episodeId, kit), version: 0 }
        : { kitId, version: seenVersion + 1 }
    if (kitId !== null && !(await recordKitChange(deed, { episodeId, kitId, version: seenVersion }, kit)))
      throw kitChangedMeanwhile(current as Kit, seenVersion)

    const growth = await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'naloxone.record-kit',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(kit),
      requestId,
    })
    return { ...recorded, growth }
  })
}

/** The refusal that shows the kit as it stands now. */
function kitChangedMeanwhile(current: Kit, seenVersion: number): AppError {
  const { id, version, recordedAt, recordedBy, handedAt, ...kit } = current
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { ...kit, kitId: id, version, handedAt: handedAt?.toISOString() ?? null },
      changedBy: recordedBy,
      changedAt: recordedAt.toISOString(),
    },
  })
}
