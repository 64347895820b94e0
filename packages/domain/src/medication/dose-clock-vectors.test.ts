import { describe, expect, it } from 'vitest'
import { custody, day, depot, dose, history, takeHome, treatment } from '../../testing/medication-histories.ts'
import { EVERY_DAY, harbourPharmacy } from '../../testing/places.ts'
import { addDays } from '../calendar/plain-date.ts'
import { ClockTime, getZone, scheduledInstant } from '../calendar/zone.ts'
import { daysWithoutDose } from './days-without-dose.ts'
import { depotState, depotStatusOn, findDepotDates } from './depot-status.ts'
import type { DosingPlace } from './dosing-day.ts'
import type { Medicine } from './medication-codes.ts'
import type { DoseEntry, MedicationHistory, Treatment } from './medication-history.ts'
import { routePerson } from './route-person.ts'

/** A pharmacy that doses on every day, nine to five, wherever it stands. */
function openDaily(zoneName: string): DosingPlace {
  const zone = getZone(zoneName)
  return { zone, hours: harbourPharmacy({ zone, weekly: { open: null, dosing: EVERY_DAY }, holidays: [] }) }
}

const at = (place: DosingPlace, on: string, time: string) =>
  scheduledInstant(day(on), ClockTime.parse(time), place.zone)

/** Somebody who has been out for long. */
function outside(doses: readonly DoseEntry[], facts: Partial<Treatment> = {}): MedicationHistory {
  return history(doses, { treatment: facts, custody: { outOn: day('2023-01-02'), admittedOn: day('2022-01-03') } })
}

/** Days without a dose, whether today's is due, and the state that they give. */
function clock(of: MedicationHistory, place: DosingPlace, now: Date) {
  const counted = daysWithoutDose(of, place, now)
  const routed = routePerson({ daysWithout: counted, titration: 'no', depot: null, isIntoxicatedNow: false })
  return {
    days: counted.kind === 'counted' ? counted.days : counted.kind,
    today: counted.kind === 'counted' ? counted.today : null,
    state: routed.kind === 'routed' ? routed.state : routed.kind,
  }
}

describe('the vectors of domain.md 3a.3, word for word', () => {
  const place = openDaily('Europe/London')

  // | Last covered | Now | Regime | Expected |
  it.each<[string, string, string, string, readonly DoseEntry[], string, object]>([
    [
      'Fri 13 Nov 2026',
      'Mon 16 Nov 09:00',
      'daily, no take-home',
      'missed 2 → amber',
      [dose('2026-11-13')],
      '2026-11-16',
      { days: 2, state: 'check-in' },
    ],
    [
      'Thu 12 Nov 2026',
      'Mon 16 Nov 09:00',
      'daily, no take-home',
      'missed 3 → red, prescriber',
      [dose('2026-11-12')],
      '2026-11-16',
      { days: 3, state: 'ring-prescriber' },
    ],
    [
      'Fri 13 Nov + take-home Sat, Sun',
      'Mon 16 Nov 09:00',
      'daily',
      'missed 0, due today',
      [dose('2026-11-13'), takeHome('2026-11-14', '2026-11-15')],
      '2026-11-16',
      { days: 0, today: 'due', state: 'no-gap' },
    ],
    [
      'Thu 2 Apr 2026',
      'Tue 7 Apr 09:00 (Easter)',
      'daily',
      'missed 4 → red',
      [dose('2026-04-02')],
      '2026-04-07',
      { days: 4, state: 'ring-prescriber' },
    ],
  ])('%s | %s | %s | %s', (_last, _now, _regime, _expected, doses, on, expected) => {
    expect(clock(outside(doses), place, at(place, on, '09:00'))).toMatchObject(expected)
  })

  it.each<[string, string, string, Medicine, object]>([
    [
      '20 Oct 2026',
      'Buvidal weekly',
      'earliest 25 Oct, due 27 Oct, window to 29 Oct, review from 30 Oct–3 Nov',
      'buprenorphine-weekly-depot',
      {
        notBefore: '2026-10-25',
        due: '2026-10-27',
        windowTo: '2026-10-29',
        reviewFrom: '2026-10-30',
        reviewAtLatest: '2026-11-03',
      },
    ],
    [
      '20 Oct 2026',
      'Buvidal monthly',
      'earliest 10 Nov, due 17 Nov, window to 24 Nov, review after 15 Dec',
      'buprenorphine-monthly-depot',
      { notBefore: '2026-11-10', due: '2026-11-17', windowTo: '2026-11-24', reviewFrom: '2026-12-16' },
    ],
    [
      '20 Oct 2026',
      'Sublocade',
      'not before 15 Nov; review after about 3 Dec',
      'buprenorphine-26-day-depot',
      { notBefore: '2026-11-15', reviewFrom: '2026-12-04' },
    ],
  ])('%s | — | %s | %s', (_last, _regime, _expected, medicine, dates) => {
    expect(findDepotDates(day('2026-10-20'), medicine)).toMatchObject(dates)
  })
})

describe('depots by day after the injection (rules DEPOT-1 to DEPOT-4)', () => {
  it.each<[Medicine, number, string, boolean]>([
    ['buprenorphine-weekly-depot', 4, 'book-now', false],
    ['buprenorphine-weekly-depot', 5, 'book-now', true],
    ['buprenorphine-weekly-depot', 6, 'book-now', true],
    ['buprenorphine-weekly-depot', 7, 'due', true],
    ['buprenorphine-weekly-depot', 8, 'late-in-window', true],
    ['buprenorphine-weekly-depot', 9, 'late-in-window', true],
    ['buprenorphine-weekly-depot', 10, 'review', true],
    ['buprenorphine-monthly-depot', 20, 'covered', false],
    ['buprenorphine-monthly-depot', 21, 'book-now', true],
    ['buprenorphine-monthly-depot', 27, 'book-now', true],
    ['buprenorphine-monthly-depot', 28, 'due', true],
    ['buprenorphine-monthly-depot', 29, 'late-in-window', true],
    ['buprenorphine-monthly-depot', 35, 'late-in-window', true],
    ['buprenorphine-monthly-depot', 36, 'overdue', true],
    ['buprenorphine-monthly-depot', 56, 'overdue', true],
    ['buprenorphine-monthly-depot', 57, 'review', true],
    ['buprenorphine-26-day-depot', 20, 'covered', false],
    ['buprenorphine-26-day-depot', 25, 'book-now', false],
    ['buprenorphine-26-day-depot', 26, 'book-now', true],
    ['buprenorphine-26-day-depot', 42, 'late-in-window', true],
    ['buprenorphine-26-day-depot', 43, 'overdue', true],
    ['buprenorphine-26-day-depot', 44, 'overdue', true],
    ['buprenorphine-26-day-depot', 45, 'review', true],
  ])('%s, day %i: %s', (medicine, days, status, mayBeGivenToday) => {
    const today = addDays(day('2026-10-20'), days)
    const state = depotState(outside([depot('2026-10-20')], { medicine, rhythm: 'depot' }), today)
    expect(state).toMatchObject({ kind: 'injected', status, mayBeGivenToday })
    const dates = findDepotDates(day('2026-10-20'), medicine)
    expect(dates && depotStatusOn(dates, today)).toBe(status)
  })
})

describe('every medicine by mouth counts days in the same way (rule DOSE-5)', () => {
  const place = openDaily('Europe/Oslo')
  it.each<[Medicine, Partial<Treatment>, number]>([
    ['methadone', { rhythm: 'daily' }, 3],
    ['levomethadone', { rhythm: 'daily' }, 3],
    ['buprenorphine-sublingual', { rhythm: 'daily' }, 3],
    ['buprenorphine-sublingual', { rhythm: 'alternate-days' }, 2],
    // 12 November 2026 is a Thursday: the next prescribed day is Friday, Saturday or Monday.
    ['buprenorphine-sublingual', { rhythm: 'three-a-week', rhythmWeekdays: [1, 3, 5] }, 3],
    ['buprenorphine-sublingual', { rhythm: 'three-a-week', rhythmWeekdays: [2, 4, 6] }, 2],
    ['buprenorphine-sublingual', { rhythm: 'three-a-week', rhythmWeekdays: [1, 2, 4] }, 0],
    ['slow-release-morphine', { rhythm: 'daily' }, 3],
    ['other', { rhythm: 'daily' }, 3],
  ])('%s, %o: %i', (medicine, facts, days) => {
    const of = outside([dose('2026-11-12')], { medicine, ...facts })
    expect(clock(of, place, at(place, '2026-11-16', '09:00'))).toMatchObject({ days })
  })

  it.each([
    [1, 3],
    [2, 3],
    [3, 2],
  ])('split, %i of 3 doses on Friday after a whole Thursday: %i days', (parts, days) => {
    const of = outside([dose('2026-11-12', { parts: 3 }), dose('2026-11-13', { parts })], {
      rhythm: 'split',
      dosesPerDay: 3,
    })
    expect(clock(of, place, at(place, '2026-11-16', '09:00'))).toMatchObject({ days })
  })
})

describe('calendars and clocks (rule CAL-1)', () => {
  it.each<[string, string, string, string, string, number]>([
    ['spring forward, Oslo', 'Europe/Oslo', '2026-03-27', '2026-03-30', '00:00', 2],
    ['spring forward, the night itself', 'Europe/Oslo', '2026-03-28', '2026-03-29', '03:00', 0],
    ['fall back, Oslo', 'Europe/Oslo', '2026-10-24', '2026-10-26', '00:00', 1],
    ['fall back, the hour that comes twice', 'Europe/London', '2026-10-24', '2026-10-25', '01:30', 0],
    ['half an hour, Lord Howe', 'Australia/Lord_Howe', '2026-04-03', '2026-04-06', '00:00', 2],
    ['at midnight, Santiago', 'America/Santiago', '2026-09-04', '2026-09-07', '00:00', 2],
    ['far east, where it is already tomorrow', 'Pacific/Kiritimati', '2026-11-13', '2026-11-16', '00:00', 2],
    ['far west', 'Pacific/Honolulu', '2026-11-13', '2026-11-16', '23:59', 3],
    ['half hours, Kolkata', 'Asia/Kolkata', '2026-11-13', '2026-11-16', '08:59', 2],
    ['half hours west, St John’s', 'America/St_Johns', '2026-10-30', '2026-11-02', '08:59', 2],
    ['leap day', 'Europe/London', '2028-02-28', '2028-03-02', '09:00', 2],
    ['no leap day', 'Europe/London', '2027-02-28', '2027-03-02', '09:00', 1],
    ['31 December', 'Europe/London', '2026-12-30', '2027-01-02', '09:00', 2],
    ['week 53 of 2026 into week 1', 'Europe/Oslo', '2026-12-31', '2027-01-04', '09:00', 3],
    ['a year that 400 divides no more', 'Europe/Oslo', '2100-02-27', '2100-03-01', '09:00', 1],
    ['after the last dosing hour', 'Europe/London', '2026-11-13', '2026-11-16', '17:00', 3],
    ['a minute before it', 'Europe/London', '2026-11-13', '2026-11-16', '16:59', 2],
  ])('%s', (_, zone, last, today, time, days) => {
    const place = openDaily(zone)
    expect(clock(outside([dose(last)]), place, at(place, today, time))).toMatchObject({ days })
  })

  it('the same instant is another day in another zone, and so another count', () => {
    const now = new Date('2026-11-15T11:00:00Z')
    const of = outside([dose('2026-11-13')])
    expect(clock(of, openDaily('Pacific/Kiritimati'), now)).toMatchObject({ days: 2 })
    expect(clock(of, openDaily('Pacific/Honolulu'), now)).toMatchObject({ days: 1 })
  })
})

describe('switching between medicines (rule DOSE-2)', () => {
  const place = openDaily('Europe/London')
  const methadone = treatment({ id: 'one', startedOn: day('2026-09-01'), endedOn: day('2026-11-10') })
  const after = (facts: Partial<Treatment>) => treatment({ id: 'two', startedOn: day('2026-11-11'), ...facts })
  const weekly = after({ medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' })
  const alternate = after({ medicine: 'buprenorphine-sublingual', rhythm: 'alternate-days' })
  const old = { treatmentId: 'one' }
  const fresh = { treatmentId: 'two' }

  it.each<[string, Treatment[], readonly DoseEntry[], string, number | string]>([
    ['the last dose of the old one counts', [methadone, after({})], [dose('2026-11-10', old)], '2026-11-13', 2],
    [
      'each dose by the rhythm of its own',
      [methadone, alternate],
      [dose('2026-11-10', old), dose('2026-11-11', fresh)],
      '2026-11-14',
      1,
    ],
    [
      'the old rhythm does not reach into the new one',
      [{ ...methadone, rhythm: 'alternate-days' }, after({})],
      [dose('2026-11-09', old)],
      '2026-11-12',
      1,
    ],
    [
      'to a depot: its window',
      [methadone, weekly],
      [dose('2026-11-10', old), depot('2026-11-11', fresh)],
      '2026-11-20',
      0,
    ],
    ['to a depot: the day after its window', [methadone, weekly], [depot('2026-11-11', fresh)], '2026-11-22', 1],
    ['to a depot that was not injected yet', [methadone, weekly], [dose('2026-11-10', old)], '2026-11-13', 2],
    [
      'from a depot: its window still holds',
      [{ ...weekly, id: 'one', startedOn: day('2026-10-01'), endedOn: day('2026-11-10') }, after({})],
      [depot('2026-11-05', old)],
      '2026-11-15',
      0,
    ],
    [
      'from a depot: and then no longer',
      [{ ...weekly, id: 'one', startedOn: day('2026-10-01'), endedOn: day('2026-11-10') }, after({})],
      [depot('2026-11-05', old)],
      '2026-11-17',
      2,
    ],
    ['stopped: nothing is prescribed', [methadone], [dose('2026-11-10', old)], '2026-11-13', 'not-prescribed'],
    ['on its last day it is still prescribed', [methadone], [dose('2026-11-08', old)], '2026-11-10', 1],
    ['not begun yet', [after({})], [], '2026-11-10', 'not-prescribed'],
    ['begun and never dosed', [after({})], [], '2026-11-11', 'unknown'],
  ])('%s', (_, treatments, doses, today, days) => {
    const of = { treatments, doses, custody: custody({ outOn: day('2026-08-01') }) }
    expect(clock(of, place, at(place, today, '09:00')).days).toBe(days)
  })
})
