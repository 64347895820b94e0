import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findCaseIn } from '@throughcare/db/care-plan/case-repository'
import { findPack } from '@throughcare/db/minimum-pack/pack-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { planReady } from '@throughcare/domain/care-plan/plan-ready'
import { progressItemsOf } from '../care-plan/items-of-case.ts'
import { planStanding } from '../care-plan/plan-standing.ts'
import { getCoverOfCase } from '../cover-plan/cover-of-case.ts'
import { packView } from '../minimum-pack/pack-view.ts'

/** What is known at the gate and never again. Null: whoever recorded the release could not see all that it hangs on. */
export type ReadyAtRelease = { wasReady: boolean | null; hadWholePack: boolean | null }

/**
 * Is the plan ready, by the rule of the case's own page, and the minimum pack whole, in the moment before the release is recorded
 * (rules FIG-12 and FIG-16)? Figures count it; afterwards nothing is got ready any more.
 */
export async function readyAtRelease(deed: Deed<Actor>, episodeId: string): Promise<ReadyAtRelease> {
  const pack = await findPack(deed, episodeId)
  return {
    wasReady: await wasReady(deed, episodeId),
    hadWholePack: pack && packView(pack).pack.isComplete,
  }
}

async function wasReady(deed: Deed<Actor>, episodeId: string): Promise<boolean | null> {
  const found = await findCaseIn(deed, episodeId)
  if (!found) return null
  if (!found.plan) return false
  const standing = planStanding(found, plainDateIn(deed.now, getZone(found.prison.timeZone)), false, false)
  if (!standing?.ready) return null
  const cover = found.treatment && (await getCoverOfCase(deed, episodeId, 'cover-plan.by-episode'))
  return planReady({
    ...standing.ready,
    hasPlan: true,
    items: progressItemsOf(found),
    cover: cover ? cover.readiness : null,
  }).isReady
}
