import type { Deed } from '@throughcare/db/as-actor'
import { recordPlanEnd, recordPlanStale } from '@throughcare/db/cover-plan/cover-plan-writing'
import type { StoredCover, StoredCoverPlan } from '@throughcare/db/cover-plan/stored-cover'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { openingOn } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { gapAfterRelease } from '@throughcare/domain/cover-plan/gap-after-release'
import { planStanding } from '@throughcare/domain/cover-plan/plan-standing'
import { doseStrip } from '@throughcare/domain/medication/dose-strip'
import type { CoverInput } from '@throughcare/domain/medication/planned-cover'
import type { MedicationOfCase } from '../medication/medication-of-case.ts'
import { planBasisOf } from './cover-of-case.ts'

type CaseNow = { of: MedicationOfCase; stored: StoredCover; input: CoverInput }

/**
 * Ends the living cover plan of a case, or marks it as needing another look, where a fact on which it stood has moved: by
 * whichever deed, at whichever place, or by the day that turned. Whoever decided it finds it on the case and on the gap board.
 * Called twice it changes nothing the second time.
 */
export async function followCoverPlan(
  deed: Deed,
  episodeId: string,
  plan: StoredCoverPlan,
  { of, stored, input }: CaseNow,
): Promise<void> {
  const { current, today, rules } = of
  const gap = current === null ? 'not-known' : gapAfterRelease(doseStrip(input, rules.depot), today)
  const standing = planStanding(plan, {
    gap,
    basis: planBasisOf({ of, stored }),
    shutOn: await shutDayOf(deed, plan, of),
  })
  const seen = { episodeId, planId: plan.id, version: plan.version }
  if (standing.kind === 'ends') await recordPlanEnd(deed, seen, standing.because)
  if (standing.kind === 'stale') await recordPlanStale(deed, seen, standing.because)
}

/** The first coming day of the way on which the place that was to dose then does not, as far as anybody knows. */
async function shutDayOf(
  deed: Deed,
  { way, wayDays, byService, basis }: StoredCoverPlan,
  { place, today }: MedicationOfCase,
): Promise<PlainDate | null> {
  if (wayDays === null || basis === null) return null
  if (way !== 'other-dosing-point' && way !== 'earlier-appointment') return null
  const hours =
    way === 'earlier-appointment' ? place.hours : (await findOpeningHours(deed, [byService.id])).get(byService.id)
  return wayDays.find((day) => day >= today && (!hours || openingOn(hours, 'dosing', day).kind !== 'open')) ?? null
}
