import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPlanBases } from '@throughcare/db/care-plan/plan-basis-repository'
import { findKits, type Kit, recordKitChange, recordNewKit } from '@throughcare/db/naloxone/kit-repository'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { decideKitRecording, type KitToReplace } from '@throughcare/domain/naloxone/decide-kit-recording'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan, type PlanGrowth } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'

export type KitRecorded = { kitId: string; version: number; growth: PlanGrowth }

/**
 * A naloxone kit: for whom, where it is now, what became of it, in whose place it came. The plan follows at once.
 *
 * @throws AppError `not-found` · `not-allowed` · `changed-meanwhile` · `refused` with `naloxone.in-the-future`,
 *   `naloxone.not-released`, `naloxone.not-gone` or `naloxone.replaced-already`
 */
export function recordKit(actor: Actor, input: RecordKitInput): Promise<KitRecorded> {
  return perform(actor, 'naloxone.record-kit', input, async (deed) => {
    const { episodeId, kitId, requestId, seenVersion, ...kit } = input
    const part = await getPart(deed, episodeId, 'naloxone.record-kit', 'naloxone')
    const [basis] = await findPlanBases(deed, [episodeId])
    if (!basis) throw new AppError('not-found')
    const { releasedAt, zone } = basis
    const kits = await findKits(deed, episodeId)
    const moment = { now: deed.now, today: plainDateIn(deed.now, zone) }
    const decision = decideKitRecording(kit, releasedAt, moment, replacedBy(kits, kit.replacesId, kitId))
    if (!decision.ok) throw refused(decision.refusal)

    const current = kits.find((each) => each.id === kitId)
    if (kitId !== null && !current) throw new AppError('not-found')
    const twin =
      kitId === null ? kits.find((each) => each.state === input.state && each.holder === input.holder) : undefined
    // Two people who record the same kit on two screens: the second one is shown the first one's entry. Whoever means a
    // further kit says so by the number of kits seen.
    if (twin && seenVersion < kits.length) throw kitChangedMeanwhile(twin, seenVersion)

    const recorded =
      kitId === null
        ? { kitId: await recordNewKit(deed, episodeId, kit), version: 0 }
        : { kitId, version: seenVersion + 1 }
    const wasLeft = current?.state === 'left-in-prison' || (current?.state === 'in-property' && releasedAt !== null)
    if (kitId !== null && !(await recordKitChange(deed, { episodeId, kitId, version: seenVersion, wasLeft }, kit)))
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

/**
 * The kit in whose place this one comes; null when it comes in the place of none.
 *
 * @throws AppError `not-found` when it is none of this case
 */
function replacedBy(kits: readonly Kit[], replacesId: string | null, kitId: string | null): KitToReplace | null {
  if (replacesId === null) return null
  const replaced = kits.find(({ id }) => id === replacesId && id !== kitId)
  if (!replaced) throw new AppError('not-found')
  return {
    state: replaced.state,
    isReplaced: kits.some((each) => each.replacesId === replacesId && each.id !== kitId),
  }
}

/** The refusal that shows the kit as it stands now. */
function kitChangedMeanwhile(current: Kit, seenVersion: number): AppError {
  const { id, version, recordedAt, recordedBy, handedAt, goneAt, leftAt: _leftAt, ...kit } = current
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: {
        ...kit,
        kitId: id,
        version,
        handedAt: handedAt?.toISOString() ?? null,
        goneAt: goneAt?.toISOString() ?? null,
      },
      changedBy: recordedBy,
      changedAt: recordedAt.toISOString(),
    },
  })
}
