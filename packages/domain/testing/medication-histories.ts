import { addDays, getPlainDate, type PlainDate } from '../src/calendar/plain-date.ts'
import type { CustodyFacts, DoseEntry, MedicationHistory, Treatment } from '../src/medication/medication-history.ts'

/** A day, written shortly. */
export const day = getPlainDate

export const PRISON = '01930000-0000-7000-8000-00000000000a'
export const PHARMACY = '01930000-0000-7000-8000-00000000000b'

/** Daily methadone, steady, not confirmed by anyone. */
export function treatment(facts: Partial<Treatment> = {}): Treatment {
  return {
    id: 'treatment-1',
    medicine: 'methadone',
    rhythm: 'daily',
    rhythmWeekdays: [],
    dosesPerDay: 1,
    titration: 'no',
    startedOn: day('2026-01-05'),
    endedOn: null,
    regimeConfirmedOn: null,
    ...facts,
  }
}

/** Sentenced, inside since January 2026, no date yet. */
export function custody(facts: Partial<CustodyFacts> = {}): CustodyFacts {
  return {
    legalStatus: 'sentenced',
    admittedOn: day('2026-01-05'),
    releaseDate: null,
    certainty: 'expected',
    outOn: null,
    ...facts,
  }
}

/** A supervised dose given at noon of its day and recorded then. */
export function dose(forDay: string, facts: Partial<DoseEntry> = {}): DoseEntry {
  const on = day(forDay)
  const at = new Date(`${on}T12:00:00Z`)
  return {
    id: `dose-${on}-${facts.kind ?? 'supervised'}-${facts.outcome ?? 'given'}`,
    treatmentId: 'treatment-1',
    kind: 'supervised',
    outcome: 'given',
    forDay: on,
    toDay: on,
    parts: 1,
    givenAt: at,
    recordedAt: at,
    serviceId: PRISON,
    correctsDoseId: null,
    ...facts,
  }
}

/** Take-home doses issued for all days from the first to the last. */
export function takeHome(from: string, to: string, facts: Partial<DoseEntry> = {}): DoseEntry {
  return dose(from, { kind: 'take-home', outcome: 'issued', toDay: day(to), ...facts })
}

/** A depot injected on this day. */
export function depot(on: string, facts: Partial<DoseEntry> = {}): DoseEntry {
  return dose(on, { kind: 'depot', ...facts })
}

/** A history of one treatment. */
export function history(
  doses: readonly DoseEntry[],
  facts: { treatment?: Partial<Treatment>; custody?: Partial<CustodyFacts> } = {},
): MedicationHistory {
  return { treatments: [treatment(facts.treatment)], doses, custody: custody(facts.custody) }
}

/** Doses on every day from the first to the last. */
export function dosesFrom(first: PlainDate, count: number): DoseEntry[] {
  return Array.from({ length: count }, (_, index) => dose(addDays(first, index)))
}
