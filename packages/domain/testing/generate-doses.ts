import fc from 'fast-check'
import { addDays, daysFromTo, earlierDay, type PlainDate } from '../src/calendar/plain-date.ts'
import { isCorrectionOf, isOutcomeOf } from '../src/medication/dose-outcomes.ts'
import { DOSE_OUTCOMES, type DoseKind, type DoseOutcome } from '../src/medication/medication-codes.ts'
import type { DoseEntry, Treatment } from '../src/medication/medication-history.ts'
import { HERE } from './generate-plan.ts'
import { dose, PRISON } from './medication-histories.ts'

/** What happens on some days in a row. */
export const anyStretch = fc.record({
  what: fc.constantFrom('doses', 'doses', 'gap', 'gap', 'take-home', 'outcome', 'depot', 'two-services'),
  days: fc.integer({ min: 1, max: 6 }),
  outcome: fc.constantFrom(...DOSE_OUTCOMES),
  hoursLate: fc.integer({ min: 0, max: 60 }),
})
type Stretch = typeof anyStretch extends fc.Arbitrary<infer Value> ? Value : never

/** A correction of one entry, or of one of the corrections before it. */
export const anyCorrection = fc.record({
  entry: fc.nat(30),
  outcome: fc.constantFrom('not-taken', 'not-taken', ...DOSE_OUTCOMES),
  offset: fc.integer({ min: 0, max: 3 }),
  days: fc.integer({ min: 1, max: 3 }),
  hoursLater: fc.integer({ min: 0, max: 100 }),
})
type Correction = typeof anyCorrection extends fc.Arbitrary<infer Value> ? Value : never

const HOUR = 3_600_000

/** The entries of these stretches, laid one after the other from the first day to today, and their corrections. */
export function dosesOf(
  facts: { stretches: readonly Stretch[]; corrections: readonly Correction[] },
  treatments: readonly Treatment[],
  first: PlainDate,
  today: PlainDate,
): DoseEntry[] {
  const entries: DoseEntry[] = []
  let from = first
  for (const stretch of facts.stretches) {
    if (from > today) break
    const to = addDays(from, stretch.days - 1)
    for (const each of entriesOf(stretch, treatments, from, to, today))
      entries.push({ ...each, id: `dose-${entries.length}` })
    from = addDays(to, 1)
  }
  for (const each of facts.corrections) {
    const corrected = entries[each.entry % Math.max(1, entries.length)]
    if (corrected) entries.push({ ...correctionOf(corrected, each), id: `dose-${entries.length}` })
  }
  return entries
}

function entriesOf(
  stretch: Stretch,
  treatments: readonly Treatment[],
  from: PlainDate,
  to: PlainDate,
  today: PlainDate,
): DoseEntry[] {
  const treatment = treatmentOn(treatments, from)
  if (stretch.what === 'gap' || treatment === null) return []
  const recorded = { treatmentId: treatment.id, hoursLate: stretch.hoursLate }
  const isDepot = treatment.rhythm === 'depot'
  if (isDepot || stretch.what === 'depot') return isDepot ? [entry(from, 'depot', 'given', recorded)] : []
  if (stretch.what === 'take-home') return [{ ...entry(from, 'take-home', 'issued', recorded), toDay: to }]

  const outcome = stretch.what === 'outcome' && isOutcomeOf('supervised', stretch.outcome) ? stretch.outcome : 'given'
  return daysFromTo(from, earlierDay(to, today)).flatMap((day) => {
    const given = {
      ...entry(day, 'supervised', outcome, recorded),
      parts: 1 + (stretch.hoursLate % treatment.dosesPerDay),
    }
    return stretch.what === 'two-services' ? [given, { ...given, serviceId: HERE }] : [given]
  })
}

function entry(
  day: PlainDate,
  kind: DoseKind,
  outcome: DoseOutcome,
  { treatmentId, hoursLate }: { treatmentId: string; hoursLate: number },
): DoseEntry {
  const given = dose(day, { kind, outcome, treatmentId, serviceId: PRISON })
  return { ...given, recordedAt: new Date(given.recordedAt.getTime() + hoursLate * HOUR) }
}

function correctionOf(corrected: DoseEntry, { outcome, offset, days, hoursLater }: Correction): DoseEntry {
  const base: DoseEntry = {
    ...corrected,
    correctsDoseId: corrected.id,
    recordedAt: new Date(corrected.recordedAt.getTime() + hoursLater * HOUR),
  }
  if (outcome !== 'not-taken')
    return { ...base, outcome: isCorrectionOf(corrected.kind, outcome) ? outcome : 'unknown' }
  if (corrected.kind !== 'take-home') return { ...base, outcome: 'declined' }
  const forDay = earlierDay(addDays(corrected.forDay, offset), corrected.toDay)
  return { ...base, outcome, forDay, toDay: earlierDay(addDays(forDay, days - 1), corrected.toDay) }
}

function treatmentOn(treatments: readonly Treatment[], day: PlainDate): Treatment | null {
  return treatments.findLast((each) => each.startedOn === null || each.startedOn <= day) ?? null
}
