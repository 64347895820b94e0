import { addDays, earlierDay, type PlainDate } from '../calendar/plain-date.ts'
import { type CustodyRegime, custodyRegime, lastDayInside } from './custody-regime.ts'
import { type CoveringOutcome, doesCover, type StandingOutcome } from './dose-outcomes.ts'
import { COVER_WAYS, type CoverSpan, type CoverWay, doseSpans } from './dose-spans.ts'
import type { Injection } from './injections.ts'
import { findTreatmentOn, type MedicationHistory, type Treatment, treatmentsOfDoses } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet, findDepotRule } from './medicine-table.ts'
import { type DayRange, type StandingDose, standingDoses } from './standing-doses.ts'

/** Why a day that somebody knows about has no cover. */
export type UncoveredReason =
  | Exclude<StandingOutcome, CoveringOutcome | 'unknown'>
  | 'no-dose-recorded'
  | 'part-of-split'
  | 'depot-window-over'

/** Why nobody can say whether a day was covered. Unknown is red: it is not zero and not fine. */
export type UnknownReason =
  | 'never-covered'
  | 'outcome-unknown'
  | 'regime-not-confirmed'
  | 'regime-stale'
  | 'not-confirmed-out'
  | 'before-admission'
  | 'depot-window-not-known'

export type DayCover =
  | { state: 'covered'; way: CoverWay }
  | { state: 'uncovered'; because: UncoveredReason }
  | { state: 'unknown'; because: UnknownReason }
  /** No opioid maintenance treatment is prescribed on this day. */
  | { state: 'not-prescribed' }

type OutcomeSpan = DayRange & { outcome: Exclude<StandingOutcome, CoveringOutcome>; recordedAt: Date }

/** A history read once, so that each of many days can be asked about cheaply. */
export type CoverReading = {
  history: MedicationHistory
  today: PlainDate
  rules: DepotRuleSet
  spans: readonly CoverSpan[]
  /** Every injection that stands, in the order of their days. */
  injections: readonly Injection[]
  /** Days for which something other than a dose given is on record. */
  outcomes: readonly OutcomeSpan[]
  /** Days on which some of a split day's doses are on record, and not all. */
  partly: ReadonlySet<PlainDate>
  regimes: readonly { treatment: Treatment; regime: CustodyRegime }[]
  /** The first day that is covered at all; null when none ever is. */
  firstCoveredOn: PlainDate | null
}

/** Reads a history as of a day: later days are a forecast from what was recorded, never from what is prescribed. */
export function readCover(
  history: MedicationHistory,
  today: PlainDate,
  rules: DepotRuleSet = DEPOT_RULE_SET,
): CoverReading {
  const standing = standingDoses(history.doses)
  const covering = standing.filter(({ entry }) => doesCover(entry.outcome))
  const reading: CoverReading = {
    history,
    today,
    rules,
    ...doseSpans(covering, treatmentsOfDoses(history), rules),
    outcomes: standing.flatMap(outcomesOf),
    regimes: history.treatments.map((treatment) => ({
      treatment,
      regime: custodyRegime(treatment, history.custody, today),
    })),
    firstCoveredOn: null,
  }
  return { ...reading, firstCoveredOn: firstCoveredDay(reading) }
}

/**
 * Is this day covered, and by what (definitions.md, Covered day; rule DOSE-2)? A dose given that day; a take-home dose
 * issued for it and not corrected; a day that the prescribed rhythm covers from an earlier dose; a depot inside its
 * window; in custody a confirmed regime until it goes stale. Prescribed is not taken.
 *
 * In custody a day without any record is unknown rather than uncovered: red is for a recorded day without a dose.
 */
export function coverOn(reading: CoverReading, day: PlainDate): DayCover {
  const way = recordedWay(reading, day)
  if (way !== null) return { state: 'covered', way }

  const outcome = outcomeOn(reading, day)
  if (outcome === 'unknown') return { state: 'unknown', because: 'outcome-unknown' }
  if (outcome !== undefined) return { state: 'uncovered', because: outcome }
  if (reading.regimes.some(({ regime }) => 'covers' in regime && isWithin(day, regime.covers)))
    return { state: 'covered', way: 'custody-regime' }
  if (reading.partly.has(day)) return { state: 'uncovered', because: 'part-of-split' }
  return coverWithoutRecord(reading, day)
}

/** The last covered day up to and with this one; null when no day ever was. */
export function lastCoveredDay(reading: CoverReading, upTo: PlainDate): PlainDate | null {
  const candidates = [
    ...reading.spans.filter((span) => span.from <= upTo).map((span) => earlierDay(span.to, upTo)),
    ...reading.regimes.flatMap(({ regime }) => {
      const covers = 'covers' in regime ? regime.covers : null
      return covers && covers.from <= upTo ? lastWithoutOutcome(reading, covers, upTo) : []
    }),
  ]
  return candidates.reduce<PlainDate | null>((last, day) => (last === null || day > last ? day : last), null)
}

/** The first covered day of all; null when no day is. */
function firstCoveredDay(reading: CoverReading): PlainDate | null {
  let first: PlainDate | null = null
  for (const { from } of reading.spans) if (first === null || from < first) first = from
  for (const { regime } of reading.regimes) {
    const covers = 'covers' in regime ? regime.covers : null
    if (covers === null) continue
    let day = covers.from
    while (day <= covers.to && (first === null || day < first) && outcomeOn(reading, day) !== undefined)
      day = addDays(day, 1)
    if (day <= covers.to && (first === null || day < first)) first = day
  }
  return first
}

/** What is on record against cover on this day; the outcome that is known and recorded last, when there are several. */
function outcomeOn({ outcomes }: CoverReading, day: PlainDate): OutcomeSpan['outcome'] | undefined {
  let found: OutcomeSpan | undefined
  for (const span of outcomes)
    if (span.from <= day && day <= span.to && (found === undefined || knownOutcomesLast(span, found) > 0)) found = span
  return found?.outcome
}

function recordedWay(reading: CoverReading, day: PlainDate): CoverWay | null {
  let best: CoverWay | null = null
  for (const span of reading.spans) {
    if (day < span.from || day > span.to) continue
    if (best === null || COVER_WAYS.indexOf(span.way) < COVER_WAYS.indexOf(best)) best = span.way
  }
  return best
}

function coverWithoutRecord(reading: CoverReading, day: PlainDate): DayCover {
  const { history, today } = reading
  const { custody } = history
  const treatment = findTreatmentOn(history, day)
  if (day < custody.admittedOn && mayHaveBegun(history, day)) return { state: 'unknown', because: 'before-admission' }
  if (treatment === null) return { state: 'not-prescribed' }

  if (treatment.rhythm === 'depot') return coverAfterDepot(reading, treatment, day)
  if (day <= lastDayInside(custody, today)) {
    const isStale = reading.regimes.some((each) => each.treatment === treatment && each.regime.kind === 'stale')
    return { state: 'unknown', because: isStale ? 'regime-stale' : 'regime-not-confirmed' }
  }
  if (custody.outOn === null && day <= today) return { state: 'unknown', because: 'not-confirmed-out' }
  if (isNeverCoveredBy(reading, day)) return { state: 'unknown', because: 'never-covered' }
  return { state: 'uncovered', because: 'no-dose-recorded' }
}

function isNeverCoveredBy({ firstCoveredOn }: CoverReading, day: PlainDate): boolean {
  return firstCoveredOn === null || firstCoveredOn > day
}

/** A treatment whose first day is not known may be older than custody, and nobody here knows what was given then. */
function mayHaveBegun(history: MedicationHistory, day: PlainDate): boolean {
  return history.treatments.some(({ startedOn }) => startedOn === null || startedOn <= day)
}

function coverAfterDepot(reading: CoverReading, treatment: Treatment, day: PlainDate): DayCover {
  if (isNeverCoveredBy(reading, day)) return { state: 'unknown', because: 'never-covered' }
  if (!reading.spans.some((span) => span.way === 'depot' && span.from <= day))
    return { state: 'uncovered', because: 'no-dose-recorded' }
  return findDepotRule(treatment.medicine, reading.rules) === null
    ? { state: 'unknown', because: 'depot-window-not-known' }
    : { state: 'uncovered', because: 'depot-window-over' }
}

function outcomesOf({ entry, notTaken }: StandingDose): OutcomeSpan[] {
  const { outcome, recordedAt } = entry
  const taken = notTaken.map((range): OutcomeSpan => ({ ...range, outcome: 'not-taken', recordedAt }))
  return doesCover(outcome) ? taken : [{ from: entry.forDay, to: entry.toDay, outcome, recordedAt }, ...taken]
}

/** What is known about a day beats "unknown"; of two the one recorded last is named, whatever order they came in. */
function knownOutcomesLast(left: OutcomeSpan, right: OutcomeSpan): number {
  const known = Number(left.outcome !== 'unknown') - Number(right.outcome !== 'unknown')
  const recorded = left.recordedAt.getTime() - right.recordedAt.getTime()
  return known || recorded || (left.outcome < right.outcome ? -1 : 1)
}

/** The last day of a regime that no recorded outcome contradicts. */
function lastWithoutOutcome(reading: CoverReading, covers: DayRange, upTo: PlainDate): PlainDate[] {
  let day = earlierDay(covers.to, upTo)
  while (day >= covers.from && coverOn(reading, day).state !== 'covered') day = addDays(day, -1)
  return day >= covers.from ? [day] : []
}

function isWithin(day: PlainDate, range: DayRange | null): boolean {
  return range !== null && range.from <= day && day <= range.to
}
