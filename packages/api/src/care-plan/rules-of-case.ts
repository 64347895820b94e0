import type { PlanBasis } from '@throughcare/db/care-plan/plan-basis-repository'
import type { ToldByTables } from '@throughcare/db/care-plan/told-sql'
import { clockTimeIn, getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { deriveRuleFacts, type RecordedFact } from '@throughcare/domain/care-plan/derive-rule-facts'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import type { PlanTiming } from '@throughcare/domain/checklist/due-at'
import type { OwnerSide } from '@throughcare/domain/checklist/item-statuses'
import type { RuleFacts } from '@throughcare/domain/checklist/rule-facts'
import { planKitOf } from '../naloxone/kits-of-case.ts'

/** What is told of a case by facts and tables, as far as the reader's service may see it. */
export type ToldOfCase = Pick<
  PlanBasis,
  | 'facts'
  | 'firstAppointment'
  | 'legalStatus'
  | 'releaseCertainty'
  | 'releasedAt'
  | 'treatment'
  | 'kits'
  | 'partnerWish'
  | 'interpreterNeeded'
> &
  ToldByTables

/**
 * What the rules know of a case. A booked appointment stands above what was said about where next and when: the table is the
 * truth, the fact shows it.
 */
export function ruleFactsOf(basis: ToldOfCase): RuleFacts {
  const said = Object.fromEntries(basis.facts.map(({ code, state, value }) => [code, { state, value }])) as Partial<
    Record<FactCode, RecordedFact>
  >
  return deriveRuleFacts({
    facts: { ...said, ...bookedFacts(basis.firstAppointment) },
    legalStatus: basis.legalStatus,
    releaseCertainty: basis.releaseCertainty,
    treatment: basis.treatment,
    ...planKitOf(basis.kits, basis.releasedAt),
    partnerWish: basis.partnerWish,
    interpreterNeeded: basis.interpreterNeeded,
    ...toldOf(basis),
  })
}

/** Only what tables tell, of a basis or of a stored case. */
export function toldOf(found: ToldByTables): ToldByTables {
  const { wordTasks, overdosePlan, hasSupporter, belongingStates } = found
  const { isFirstNightConfirmed, lettersWritten, treatmentsAway } = found
  return {
    wordTasks,
    overdosePlan,
    hasSupporter,
    belongingStates,
    isFirstNightConfirmed,
    lettersWritten,
    treatmentsAway,
  }
}

/** What a booked appointment says of where next and when, on the clock of the place. */
export function bookedFacts(
  booked: ToldOfCase['firstAppointment'],
): Partial<Record<'where-next' | 'when', RecordedFact>> {
  if (!booked) return {}
  const zone = getZone(booked.timeZone)
  return {
    'where-next': { state: 'known', value: booked.place },
    when: { state: 'known', value: `${plainDateIn(booked.at, zone)}T${clockTimeIn(booked.at, zone)}` },
  }
}

/** What due times are counted from: the release in the prison's zone. */
export function timingOf(basis: PlanBasis, now: Date): PlanTiming {
  return {
    releaseDate: basis.releaseDate,
    releaseCertainty: basis.releaseCertainty,
    releasedAt: basis.releasedAt,
    madeAt: basis.plan?.madeAt ?? now,
    zone: basis.zone,
  }
}

/**
 * Which one service answers for an item of this area (invariant I-1)? Whoever has acknowledged its handoff; the prison until
 * then, and for what the prison itself must do before the gate.
 */
export function accountableFor(basis: PlanBasis, item: { area: string; ownerSide: OwnerSide }): string {
  const handedTo = basis.accountable.find((each) => each.area === item.area)?.serviceId
  const isThePrisons = item.ownerSide === 'prison' && basis.releasedAt === null
  return handedTo === undefined || isThePrisons ? basis.prisonServiceId : handedTo
}
