import { endOfFirstHours } from '../release/hours-since-release.ts'
import type { ContinuityFacts, HandoffChain } from './continuity-facts.ts'
import type { IndicatorCount } from './count-codes.ts'
import { countClaim, countOwnWords, countPack, countRecall, countSupporterKit } from './count-preparation.ts'
import { countC20, countCouple, countGap, countTreatment } from './count-treatment.ts'
import { leftOut, met, notMet, unknown } from './counts.ts'
import type { Indicator } from './indicators.ts'

/** A handoff asks for an acknowledgement before release only if it was sent so many hours before. */
export const SENT_HOURS_BEFORE = 24

/**
 * How does one release count in this figure, as of now (rules FIG-1 to FIG-5 and FIG-11 to FIG-20; definitions.md, Figures)?
 *
 * One count for each release; for `acknowledged-before-release` one for each chain of handoffs, and one when there is
 * none. A release counts from its first hour: until somebody records what happened it is unknown, which is not met.
 */
export function countIndicator(indicator: Indicator, facts: ContinuityFacts, now: Date): IndicatorCount[] {
  switch (indicator) {
    case 'dose-within-48-hours':
      return [countDose(facts, now)]
    case 'treatment-within-21-days':
      return [countTreatment(facts, now)]
    case 'naloxone-at-the-gate':
      return [countNaloxone(facts)]
    case 'acknowledged-before-release':
      return facts.handoffs.length > 0
        ? facts.handoffs.map((chain) => countHandoff(chain, facts))
        : [countHandoff(NEVER_SENT, facts)]
    case 'first-night-bed':
      return [countFirstNight(facts, now)]
    case 'no-gap-of-three-days':
      return [countGap(facts, now)]
    case 'supporter-kit-within-7-days':
      return [countSupporterKit(facts, now)]
    case 'benefits-claimed-by-day-3':
      return [countClaim(facts, now)]
    case 'pack-at-unplanned-release':
      return [countPack(facts)]
    case 'own-words-asked':
      return [countOwnWords(facts)]
    case 'overdose-recall-at-12-months':
      return [countRecall(facts, now)]
    case 'both-partners-in-treatment':
      return [countCouple(facts, now)]
    case 'c20-treatment-within-3-weeks':
      return [countC20(facts, now)]
  }
}

/** I1: 48:00:00 inclusive. A dose without a time does not prove it. */
function countDose(facts: ContinuityFacts, now: Date): IndicatorCount {
  if (facts.isOnTreatment === null) return leftOut('treatment-not-known')
  if (!facts.isOnTreatment) return leftOut('not-on-treatment')
  const end = endOfFirstHours(facts.releasedAt)
  if (facts.diedAt !== null && facts.diedAt < end) return leftOut('died')
  if (facts.backInCustodyAt !== null && facts.backInCustodyAt < end) return leftOut('back-in-custody')

  const timed = facts.dosesOutside
    .flatMap(({ givenAt, way }) => (givenAt !== null && givenAt >= facts.releasedAt ? [{ givenAt, way }] : []))
    .toSorted((left, right) => left.givenAt.getTime() - right.givenAt.getTime())
  const [first] = timed
  if (first && first.givenAt <= end) return met(first.way)
  if (facts.coverAtRelease !== null && facts.coverAtRelease.lastsUntil >= end) return met(facts.coverAtRelease.way)
  if (facts.dosesOutside.some(({ givenAt }) => givenAt === null)) return unknown('time-not-recorded')
  if (first) return notMet('later')
  return unknown(now <= end ? 'still-within-time' : 'nothing-recorded')
}

/** I4: naloxone in hand; a kit left in the property is not. */
function countNaloxone(facts: ContinuityFacts): IndicatorCount {
  if (facts.hasOpioidNeed === null) return leftOut('need-not-known')
  if (!facts.hasOpioidNeed) return leftOut('no-need')
  switch (facts.naloxone) {
    case 'in-hand':
      return met('in-hand')
    case 'declined':
      return notMet('declined')
    case 'handed-after-release':
      return notMet('handed-after-release')
    // The person is out: what is still said to lie in the property lies in prison.
    case 'in-property':
    case 'left-in-prison':
      return notMet('left-in-prison')
    case 'none':
      return unknown('nothing-recorded')
  }
}

/** I6: planned, sent in time, acknowledged before the gate opened. What was not asked in time stands beside it. */
function countHandoff(chain: Omit<HandoffChain, 'area'>, { releasedAt, releaseKind }: ContinuityFacts): IndicatorCount {
  if (releaseKind === 'unplanned') return leftOut('unplanned')
  if (releaseKind === 'short-notice') return leftOut('short-notice')
  if (chain.sentAt === null) return leftOut('never-sent')
  const hoursBefore = (releasedAt.getTime() - chain.sentAt.getTime()) / 3_600_000
  if (hoursBefore < SENT_HOURS_BEFORE) return leftOut('sent-late')
  if (chain.isRevoked) return notMet('revoked')
  if (chain.acknowledgedAt === null) return notMet('not-acknowledged')
  if (chain.acknowledgedAt >= releasedAt) return notMet('acknowledged-after-release')
  return met(chain.acknowledgedBy === 'fallback' ? 'by-fallback' : 'by-receiver')
}

/** I8: a confirmed bed. */
function countFirstNight({ firstNight, releasedAt }: ContinuityFacts, now: Date): IndicatorCount {
  if (firstNight === 'confirmed-bed') return met('confirmed-bed')
  if (firstNight === 'other-address' || firstNight === 'street') return notMet(firstNight)
  const isFirstNight = now.getTime() - releasedAt.getTime() < FIRST_NIGHT_HOURS * 3_600_000
  return unknown(firstNight === null && isFirstNight ? 'still-within-time' : 'nothing-recorded')
}

/** For so long after release nobody can be blamed for not knowing yet where the first night was spent. */
export const FIRST_NIGHT_HOURS = 24

const NEVER_SENT: Omit<HandoffChain, 'area'> = {
  sentAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  isRevoked: false,
}
