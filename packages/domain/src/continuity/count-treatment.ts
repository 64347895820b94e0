import { addDays, daysFromTo, earlierDay, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import type { IndicatorCount } from './count-codes.ts'
import { leftOut, met, notMet, unknown } from './counts.ts'

/** Treatment counts as in time when it starts on or before this day after the day of release. */
export const TREATMENT_DAYS = 21
/** So many days without a dose on end are a gap: re-induction begins to be asked about (rule FIG-11). */
export const GAP_DAYS = 3
/** Both of a couple are in treatment in time when they are by this day after the day of release (rule FIG-19). */
export const COUPLE_DAYS = 30
/** England counts adults. */
const ADULT_YEARS = 18

/** I3: day 0 is the day of release in the prison's calendar. */
export function countTreatment(facts: ContinuityFacts, now: Date): IndicatorCount {
  if (facts.hasTreatmentNeed === null) return leftOut('need-not-known')
  if (!facts.hasTreatmentNeed) return leftOut('no-need')
  if (!facts.isHandedOff) return leftOut('never-handed-off')

  const lastDay = addDays(facts.releasedOn, TREATMENT_DAYS)
  const isInTime = (instant: Date | null) => instant !== null && plainDateIn(instant, facts.zone) <= lastDay
  if (facts.treatmentStartedOn !== null && facts.treatmentStartedOn <= lastDay) return met('started-in-time')
  if (isInTime(facts.diedAt)) return notMet('died')
  if (isInTime(facts.backInCustodyAt)) return notMet('back-in-custody')
  if (facts.hasDeclinedTreatment) return notMet('declined')
  if (facts.treatmentStartedOn !== null) return notMet('later')
  return unknown(isInTime(now) ? 'still-within-time' : 'nothing-recorded')
}

/**
 * C20, as England publishes it (rule FIG-20): adults who were in treatment inside and were referred on. Whoever is not known to
 * have started did not: nothing is told apart there, and whoever died or is back inside stays in.
 */
export function countC20(facts: ContinuityFacts, now: Date): IndicatorCount {
  if (facts.isOnTreatment === null) return leftOut('treatment-not-known')
  if (!facts.isOnTreatment) return leftOut('not-on-treatment')
  if (facts.ageAtRelease !== null && facts.ageAtRelease < ADULT_YEARS) return leftOut('under-age')
  if (!facts.isHandedOff) return leftOut('never-handed-off')
  const lastDay = addDays(facts.releasedOn, TREATMENT_DAYS)
  if (facts.treatmentStartedOn !== null && facts.treatmentStartedOn <= lastDay) return met('started-in-time')
  return plainDateIn(now, facts.zone) <= lastDay ? unknown('still-within-time') : notMet('not-started')
}

/**
 * I2: no three days on end without a dose in the first 21, the day of release being the first (rule FIG-11). Only days that are over
 * count, and none after a death or a return to custody. Where no dose at all is recorded nobody knows of any gap.
 */
export function countGap(facts: ContinuityFacts, now: Date): IndicatorCount {
  if (facts.isOnTreatment === null) return leftOut('treatment-not-known')
  if (!facts.isOnTreatment) return leftOut('not-on-treatment')
  const { releasedOn, zone, diedAt, backInCustodyAt } = facts
  const after = addDays(releasedOn, TREATMENT_DAYS)
  const today = plainDateIn(now, zone)
  const died = diedAt && plainDateIn(diedAt, zone)
  const back = backInCustodyAt && plainDateIn(backInCustodyAt, zone)
  const ends = [after, today, ...[died, back].filter((day): day is PlainDate => day !== null)]
  const isRecorded = facts.dosesOutside.length > 0 || facts.coveredDays.length > 0
  if (isRecorded && longestRunWithout(facts, releasedOn, ends.reduce(earlierDay)) >= GAP_DAYS)
    return notMet('gap-of-three-days')
  if (died !== null && died < after) return leftOut('died')
  if (back !== null && back < after) return leftOut('back-in-custody')
  if (today < after) return unknown('still-within-time')
  return isRecorded ? met('no-gap') : unknown('nothing-recorded')
}

/** How many days on end at most are not covered, from the first on and before the end. */
function longestRunWithout({ coveredDays }: ContinuityFacts, first: PlainDate, end: PlainDate): number {
  if (end <= first) return 0
  const runs = daysFromTo(first, addDays(end, -1)).reduce(
    ({ longest, run }, day) => {
      const now = coveredDays.some(({ from, to }) => from <= day && day <= to) ? 0 : run + 1
      return { longest: Math.max(longest, now), run: now }
    },
    { longest: 0, run: 0 },
  )
  return runs.longest
}

/**
 * I14: of couples whose link is shown. Safety-blocked links are shown to nobody, and so not counted (rule FIG-19). A first day that is
 * still to come is a plan: nobody has started on it.
 */
export function countCouple(facts: ContinuityFacts, now: Date): IndicatorCount {
  if (facts.couple === null) return leftOut('no-couple')
  const lastDay = addDays(facts.releasedOn, COUPLE_DAYS)
  const today = plainDateIn(now, facts.zone)
  const days = [facts.couple.startsOn, facts.couple.otherStartsOn]
  if (days.every((day) => day !== null && day <= earlierDay(today, lastDay))) return met('both-started')
  if (today <= lastDay) return unknown('still-within-time')
  return days.some((day) => day !== null && day > lastDay) ? notMet('later') : unknown('nothing-recorded')
}
