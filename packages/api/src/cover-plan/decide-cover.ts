import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordCoverPlan, recordPlanEnd } from '@throughcare/db/cover-plan/cover-plan-writing'
import { findService } from '@throughcare/db/service/service-repository'
import type { CoverGap } from '@throughcare/domain/cover-plan/cover-readiness'
import type { DecideCoverInput } from '@throughcare/domain/cover-plan/decide-cover-input'
import { daysOfWay } from '@throughcare/domain/cover-plan/way-days'
import { AppError, invalidField, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getCoverOfCase, knownGap, planBasisOf } from './cover-of-case.ts'
import { getSeenPlan, planChanged, planChangedMeanwhile } from './cover-plan-changed.ts'
import { placesAround, type WayView, waysOf } from './ways-of-case.ts'

export type CoverDecided = { planId: string; remainingGapDays: number }

/**
 * Takes a way against the first gap: who does it by when. The gap and what the way leaves of it are counted here, and must be
 * what was read. A plan that stood there is replaced and stays on record.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when the plan or the gap is another one now |
 *   `invalid-input` for a day that has passed or lies after the way's first day, or a service that there is not | `refused`
 *   with `cover-plan.no-gap` or `cover-plan.way-not-open`
 */
export function decideCover(actor: Actor, input: DecideCoverInput): Promise<CoverDecided> {
  return perform(actor, 'cover-plan.decide', input, async (deed) => {
    const { episodeId, way, seenPlan, seenGap, byServiceId, byName, byDay, requestId } = input
    const cover = await getCoverOfCase(deed, episodeId, 'cover-plan.decide')
    const { stored, found } = cover
    if (seenPlan === null && stored.plan !== null) throw planChanged(stored.plan, null)
    if (seenPlan !== null) getSeenPlan(stored, seenPlan.id, seenPlan.version)
    const gap = knownGap(cover.gap)
    if (gap === null) throw refused('cover-plan.no-gap')
    const around = await placesAround(deed, episodeId, cover.input.dosingServiceId)
    const ways = waysOf(cover.input, cover.releaseOn, around, cover.of.rules.depot)
    const { remainingGapDays } = seenWay(ways, gap, input)
    if (!(await findService(deed, byServiceId))) throw invalidField('byServiceId', 'cover-plan.byServiceId.not-found')
    if (byDay < cover.of.today) throw invalidField('byDay', 'cover-plan.byDay.has-passed')
    // What is promised for later than its first day leaves days without a dose; for a way that has begun, today is still in time.
    const [firstDay] = input.wayDays
    if (firstDay && byDay > firstDay && byDay > cover.of.today)
      throw invalidField('byDay', 'cover-plan.byDay.after-way')
    if (
      seenPlan &&
      !(await recordPlanEnd(deed, { episodeId, planId: seenPlan.id, version: seenPlan.version }, 'replaced'))
    )
      throw await planChangedMeanwhile(deed, episodeId, seenPlan.version)
    const planId = await recordCoverPlan(deed, episodeId, {
      way,
      gapFrom: seenGap.from,
      gapTo: seenGap.to,
      remainingGapDays,
      wayDays: input.wayDays,
      basis: planBasisOf(cover),
      byServiceId,
      byName,
      byDay,
    })
    if (planId === null) throw await planChangedMeanwhile(deed, episodeId, seenPlan?.version ?? null)
    await recordAudit(deed, {
      action: 'cover-plan.decide',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
      fields: ['way', 'wayDays', 'byServiceId', 'byName', 'byDay'],
      requestId,
    })
    return { planId, remainingGapDays }
  })
}

/** The way that the page showed, as it showed it; of several places the one at which it is done. */
function seenWay(
  ways: readonly WayView[],
  gap: CoverGap,
  { way, wayDays, seenGap, byServiceId }: DecideCoverInput,
): WayView {
  const open = ways.filter((each) => each.way === way)
  const here = open.filter((each) => each.way !== 'other-dosing-point' || each.serviceId === byServiceId)
  const [first] = here
  if (!first) throw refused('cover-plan.way-not-open')
  const seen = here.find(
    (each) => each.remainingGapDays === seenGap.remainingDays && daysOfWay(each).join() === wayDays.join(),
  )
  if (seen && gap.from === seenGap.from && gap.to === seenGap.to) return seen
  throw new AppError('changed-meanwhile', {
    details: {
      seen: seenGap,
      current: {
        gapFrom: gap.from,
        gapTo: gap.to,
        remainingGapDays: first.remainingGapDays,
        wayDays: daysOfWay(first),
      },
      changedBy: null,
      changedAt: null,
    },
  })
}
