import type { WeeklyHours } from '@throughcare/domain/calendar/opening-hours'
import { addDays, getPlainDate, type PlainDate, WEEKDAYS, type Weekday } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, getZone, scheduledInstant } from '@throughcare/domain/calendar/zone'
import { DOSE_OUTCOMES, type DoseKind, type DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import type { DoseEntry, Treatment } from '@throughcare/domain/medication/medication-history'
import { CERTAINTIES, LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'
import { hours, OFFICE_WEEK } from '@throughcare/domain/testing/places'

import type { ReadHistory } from './put-histories.ts'

const ZONES = ['Europe/London', 'Europe/Oslo', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns'].map(getZone)

/** The timetables: an office's, every day's, one into the clock change at night, one nobody told us, and a place that doses nobody. */
const NIGHT = [hours('00:30', '02:20'), hours('02:30', '02:50')]
const WEEKS: (WeeklyHours | null)[] = [
  OFFICE_WEEK,
  { ...OFFICE_WEEK, '6': [hours('08:00', '24:00')], '7': [hours('08:00', '24:00')] },
  { '1': NIGHT, '3': NIGHT, '5': NIGHT, '6': NIGHT, '7': NIGHT },
  null,
  {},
]

/** What all of these places share: Easter 2026 and more, a closure, and their own word about two days. */
const SHARED = {
  holidays: ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25'].map((on) => ({
    on: getPlainDate(on),
    name: 'Holiday',
  })),
  closures: [{ from: getPlainDate('2026-03-10'), to: getPlainDate('2026-03-13') }],
  confirmedDays: [
    { on: getPlainDate('2026-04-06'), purpose: 'dosing' as const, intervals: [hours('10:00', '11:30')] },
    { on: getPlainDate('2026-04-06'), purpose: 'dosing' as const, intervals: [] },
    { on: getPlainDate('2026-04-08'), purpose: 'dosing' as const, intervals: [] },
    { on: getPlainDate('2026-04-09'), purpose: 'open' as const, intervals: [] },
  ],
}

type Throws = {
  int: (from: number, to: number) => number
  isTrue: (share: number) => boolean
  pick: <T>(of: readonly T[]) => T
}

/** What an entry says that corrects none: only a correction says "entered in error". */
const SAID_OUTCOMES = DOSE_OUTCOMES.filter((outcome) => outcome !== 'entered-in-error')

const FIRST_DAY = getPlainDate('2026-02-20')

/** The same seed gives the same history. Corrections, switches of medicine, split days and clock changes are all in it. */
export function anyHistory(seed: number): ReadHistory {
  const throws = throwsFrom(seed)
  const { int, isTrue, pick } = throws
  const near = () => addDays(FIRST_DAY, int(0, 90))
  const askedOn = near()
  const outOn = isTrue(0.6) ? addDays(askedOn, -int(-3, 40)) : null
  const admittedOn = addDays(outOn ?? askedOn, -int(1, 120))
  const releaseDate = isTrue(0.7) ? later(admittedOn, addDays(askedOn, int(-20, 40))) : null
  const certainty = pick(CERTAINTIES.filter((each) => releaseDate !== null || each !== 'confirmed'))
  const treatments = treatmentsOf(throws, askedOn)
  const zone = pick(ZONES)
  const week = pick(WEEKS)
  const time = pick(['00:00', '02:10', '08:59', '12:00', '16:30', '23:58', '23:59'])
  return {
    name: `seed ${seed}`,
    history: {
      treatments,
      doses: dosesOf(throws, treatments, askedOn),
      custody: { legalStatus: pick(LEGAL_STATUSES), admittedOn, releaseDate, certainty, outOn },
    },
    place: { zone, hours: isTrue(0.9) ? { zone, weekly: { open: null, dosing: week }, ...SHARED } : null },
    today: askedOn,
    now: scheduledInstant(askedOn, ClockTime.parse(time), zone),
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
    add(treatment, addDays(askedOn, int(-20, 6)), { kind, outcome: pick(SAID_OUTCOMES) })
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
