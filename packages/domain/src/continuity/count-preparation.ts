import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import type { IndicatorCount } from './count-codes.ts'
import { leftOut, met, notMet, unknown } from './counts.ts'

/** A kit for whoever stands by is in time by this day after the day of release (rule FIG-13). */
export const SUPPORTER_KIT_DAYS = 7
/** Money is claimed in time by this day after the day of release, or earlier (rule FIG-15). */
export const CLAIM_DAYS = 3
/** Overdoses are asked about twelve months after release, and within thirty days of that (rule FIG-18). */
export const RECALL_DAYS = 365
export const RECALL_SLACK_DAYS = 30

/** I5: of people with somebody whom they want to be rung. */
export function countSupporterKit(facts: ContinuityFacts, now: Date): IndicatorCount {
  if (!facts.hasSupporter) return leftOut('no-supporter')
  const lastDay = addDays(facts.releasedOn, SUPPORTER_KIT_DAYS)
  const isInTime = (at: Date) => plainDateIn(at, facts.zone) <= lastDay
  if (facts.supporterKit === 'declined') return notMet('declined')
  if (facts.supporterKit !== null)
    return isInTime(facts.supporterKit.handedAt) ? met('supporter-has-kit') : notMet('later')
  return unknown(isInTime(now) ? 'still-within-time' : 'nothing-recorded')
}

/** I9: of people whose plan asks for money to be claimed. */
export function countClaim({ claim, releasedOn, zone }: ContinuityFacts, now: Date): IndicatorCount {
  if (claim === null || claim.state === 'not-needed') return leftOut('nothing-to-claim')
  const lastDay = addDays(releasedOn, CLAIM_DAYS)
  const isInTime = (at: Date) => plainDateIn(at, zone) <= lastDay
  if (claim.state === 'done') {
    if (claim.at === null) return unknown('time-not-recorded')
    return isInTime(claim.at) ? met('claimed-in-time') : notMet('later')
  }
  if (claim.state === 'declined') return notMet('declined')
  return unknown(isInTime(now) ? 'still-within-time' : 'nothing-recorded')
}

/** I10: of people whom a court freed. */
export function countPack({ releaseKind, hadWholePack }: ContinuityFacts): IndicatorCount {
  if (releaseKind !== 'unplanned') return leftOut(releaseKind)
  if (hadWholePack === null) return unknown('nothing-recorded')
  return hadWholePack ? met('pack-whole') : notMet('pack-not-whole')
}

/** I11: of releases with a plan. Having chosen to say nothing is an answer. */
export function countOwnWords({ isPlanned, ownWords }: ContinuityFacts): IndicatorCount {
  if (!isPlanned) return leftOut('no-plan')
  if (ownWords === null) return unknown('nothing-recorded')
  return ownWords === 'other' ? notMet('no-strategy') : met(ownWords)
}

/** I12: nobody records the form yet, so that whoever is due is unknown (rule FIG-18). */
export function countRecall({ releasedOn, zone }: ContinuityFacts, now: Date): IndicatorCount {
  const isDue = plainDateIn(now, zone) > addDays(releasedOn, RECALL_DAYS + RECALL_SLACK_DAYS)
  return isDue ? unknown('nothing-recorded') : leftOut('not-due-yet')
}
