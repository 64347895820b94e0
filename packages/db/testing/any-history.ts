import { addDays, getPlainDate, type PlainDate, WEEKDAYS, type Weekday } from '@throughcare/domain/calendar/plain-date'
import { DOSE_OUTCOMES, type DoseKind, type DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import type { DoseEntry, MedicationHistory, Treatment } from '@throughcare/domain/medication/medication-history'
import { CERTAINTIES, LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'

/** The zones of the generated places: east and west, half hours, changes of an hour and of half an hour, and none. */
export const HISTORY_ZONES = [
  'Europe/London',
  'Europe/Oslo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
] as const

/** Weeks of dosing: as offices do, every day, into the clock change at night, not told, and a place that doses nobody. */
export const HISTORY_WEEKS = ['office', 'every-day', 'night', 'not-told', 'no-dosing'] as const

/** A history that the database can hold, where the person is dosed, and when it is asked about. */
export type AnyHistory = {
  history: MedicationHistory
  zone: (typeof HISTORY_ZONES)[number]
  /** Null: no place is chosen. */
  week: (typeof HISTORY_WEEKS)[number] | null
  /** The local day and hour of asking, in the place's zone. */
  askedOn: PlainDate
  askedAt: string
}

type Throws = {
  int: (from: number, to: number) => number
  isTrue: (share: number) => boolean
  pick: <T>(of: readonly T[]) => T
}

const FIRST_DAY = getPlainDate('2026-02-20')

/** The same seed gives the same history. Corrections, switches of medicine, split days and clock changes are all in it. */
export function anyHistory(seed: number): AnyHistory {
  const throws = throwsFrom(seed)
  const { int, isTrue, pick } = throws
  const near = () => addDays(FIRST_DAY, int(0, 90))
  const askedOn = near()
  const outOn = isTrue(0.6) ? addDays(askedOn, -int(-3, 40)) : null
  const admittedOn = addDays(outOn ?? askedOn, -int(1, 120))
  const releaseDate = isTrue(0.7) ? later(admittedOn, addDays(askedOn, int(-20, 40))) : null
  const certainty = pick(CERTAINTIES.filter((each) => releaseDate !== null || each !== 'confirmed'))
  const treatments = treatmentsOf(throws, askedOn)
  return {
    history: {
      treatments,
      doses: dosesOf(throws, treatments, askedOn),
      custody: { legalStatus: pick(LEGAL_STATUSES), admittedOn, releaseDate, certainty, outOn },
    },
    zone: pick(HISTORY_ZONES),
    week: isTrue(0.9) ? pick(HISTORY_WEEKS) : null,
    askedOn,
    askedAt: pick(['00:00', '02:10', '08:59', '12:00', '16:30', '23:58', '23:59']),
  }
}

function treatmentsOf({ int, isTrue, pick }: Throws, askedOn: PlainDate): Treatment[] {
  const rhythms = isTrue(0.15)
    ? (['depot'] as const)
    : (['daily', 'daily', 'alternate-days', 'three-a-week', 'split'] as const)
  const one = (startedOn: PlainDate | null, endedOn: PlainDate | null, index: number): Treatment => {
    const rhythm = isTrue(0.1) ? 'depot' : pick(rhythms)
    return {
      id: idOf(int, index),
      medicine:
        rhythm === 'depot'
          ? pick(['buprenorphine-weekly-depot', 'buprenorphine-monthly-depot', 'buprenorphine-26-day-depot', 'other'])
          : pick(['methadone', 'buprenorphine-sublingual']),
      rhythm,
      rhythmWeekdays: rhythm === 'three-a-week' && isTrue(0.9) ? weekdaysOf(pick) : [],
      dosesPerDay: rhythm === 'split' ? int(2, 3) : 1,
      titration: 'no',
      startedOn,
      endedOn,
      regimeConfirmedOn: isTrue(0.4) ? addDays(askedOn, -int(-2, 20)) : null,
    }
  }
  const startedOn = isTrue(0.2) ? null : addDays(askedOn, -int(0, 90))
  if (isTrue(0.7) || startedOn === null) return [one(startedOn, isTrue(0.1) ? addDays(askedOn, int(0, 20)) : null, 0)]
  // A switch: the day on which one ends may be the day on which the next begins.
  const switchedOn = addDays(startedOn, int(1, 60))
  return [one(startedOn, addDays(switchedOn, -int(0, 3)), 0), one(switchedOn, null, 1)].map((each) =>
    each.endedOn !== null && each.startedOn !== null && each.endedOn <= each.startedOn
      ? { ...each, endedOn: addDays(each.startedOn, 1) }
      : each,
  )
}

function dosesOf(throws: Throws, treatments: readonly Treatment[], askedOn: PlainDate): DoseEntry[] {
  const { int, isTrue, pick } = throws
  const doses: DoseEntry[] = []
  const gap = isTrue(0.5) ? int(0, 12) : 0
  const first = addDays(askedOn, -gap - int(0, 25))
  const add = (treatment: Treatment, forDay: PlainDate, facts: Partial<DoseEntry>) => {
    const kind: DoseKind = facts.kind ?? 'supervised'
    const recordedAt = new Date(Date.UTC(2026, 5, 1) + int(0, 20))
    doses.push({
      id: idOf(int, doses.length),
      treatmentId: treatment.id,
      kind,
      outcome: 'given',
      forDay,
      toDay: kind === 'take-home' ? addDays(forDay, int(0, 7)) : forDay,
      parts: treatment.rhythm === 'split' ? int(1, 2) : 1,
      givenAt: null,
      recordedAt,
      serviceId: '',
      correctsDoseId: null,
      ...facts,
    })
  }
  if (isTrue(0.1)) return doses
  for (let day = first; day <= addDays(askedOn, -gap); day = addDays(day, 1)) {
    const treatment = pick(treatments)
    if (treatment.rhythm === 'depot') {
      if (isTrue(0.08)) add(treatment, day, { kind: 'depot' })
    } else if (isTrue(0.55)) add(treatment, day, isTrue(0.25) ? { kind: 'take-home', outcome: 'issued' } : {})
  }
  for (let more = int(0, 3); more > 0; more -= 1) {
    const treatment = pick(treatments)
    const kind = treatment.rhythm === 'depot' ? 'depot' : pick(['supervised', 'take-home'] as const)
    add(treatment, addDays(askedOn, int(-20, 6)), { kind, outcome: pick(DOSE_OUTCOMES) })
  }
  return isTrue(0.4) ? [...doses, ...correctionsOf(throws, doses)] : doses
}

/** Corrections of entries, and of corrections; at the same instant too, and in any order. */
function correctionsOf({ int, pick }: Throws, doses: readonly DoseEntry[]): DoseEntry[] {
  const found: DoseEntry[] = []
  for (let count = int(1, 5); count > 0 && doses.length > 0; count -= 1) {
    const about = pick([...doses, ...found, ...found])
    const outcome: DoseOutcome = pick(['not-taken', 'not-taken', ...DOSE_OUTCOMES])
    const from = addDays(about.forDay, int(0, 2))
    found.push({
      ...about,
      id: idOf(int, doses.length + found.length),
      outcome,
      forDay: from,
      toDay: about.kind === 'take-home' ? addDays(from, int(0, 3)) : from,
      recordedAt: new Date(about.recordedAt.getTime() + int(0, 3)),
      correctsDoseId: about.id,
    })
  }
  return found
}

function weekdaysOf(pick: Throws['pick']): Weekday[] {
  return [...new Set([pick(WEEKDAYS), pick(WEEKDAYS), pick(WEEKDAYS)])].toSorted()
}

/** A random id of the right shape, so that which of two is the smaller says nothing about which was made first. */
function idOf(int: Throws['int'], index: number): string {
  const part = (digits: number) =>
    int(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0')
  return `${part(8)}-${part(4)}-7${part(3)}-8${part(3)}-${part(8)}${index.toString(16).padStart(4, '0')}`
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other
}

function throwsFrom(seed: number): Throws {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    isTrue: (share) => next() < share,
    pick: <T>(of: readonly T[]) => of[int(0, of.length - 1)] as T,
  }
}
