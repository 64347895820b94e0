import { describe, expect, it } from 'vitest'
import { day, depot, dose, history, takeHome } from '../../testing/medication-histories.ts'
import { EASTER_2026, EVERY_DAY, harbourPharmacy, hours } from '../../testing/places.ts'
import { getZone } from '../calendar/zone.ts'
import { type DaysWithoutDose, daysWithoutDose } from './days-without-dose.ts'
import type { DosingPlace } from './dosing-day.ts'
import type { DoseEntry, MedicationHistory } from './medication-history.ts'
import { routeByDays } from './routing.ts'

const london = getZone('Europe/London')
const harbour: DosingPlace = { zone: london, hours: harbourPharmacy({ holidays: EASTER_2026 }) }
const nowhere: DosingPlace = { zone: london, hours: null }
const unknownHours: DosingPlace = { zone: london, hours: harbourPharmacy({ weekly: { open: null, dosing: null } }) }
const everyDay: DosingPlace = { zone: london, hours: harbourPharmacy({ weekly: { open: null, dosing: EVERY_DAY } }) }

function outSince(outOn: string, doses: DoseEntry[], facts: Parameters<typeof history>[1] = {}): MedicationHistory {
  return history(doses, { ...facts, custody: { outOn: day(outOn), ...facts.custody } })
}

describe('the vectors of the research, word for word (rules DOSE-5, ROUTE-1 to ROUTE-5)', () => {
  it.each<[string, DoseEntry[], string, string, number, 'due' | 'without', string, string]>([
    ['Fri 13 Nov 2026', [dose('2026-11-13')], '2026-11-13', '2026-11-16T09:00:00Z', 2, 'due', 'amber', 'check-in'],
    [
      'Thu 12 Nov 2026',
      [dose('2026-11-12')],
      '2026-11-12',
      '2026-11-16T09:00:00Z',
      3,
      'due',
      'red, prescriber',
      'ring-prescriber',
    ],
    [
      'Fri 13 Nov + take-home Sat, Sun',
      [dose('2026-11-13'), takeHome('2026-11-14', '2026-11-15')],
      '2026-11-13',
      '2026-11-16T09:00:00Z',
      0,
      'due',
      'due today',
      'no-gap',
    ],
    ['Thu 2 Apr 2026', [dose('2026-04-02')], '2026-04-02', '2026-04-07T08:00:00Z', 4, 'due', 'red', 'ring-prescriber'],
  ])('last covered %s', (_, doses, outOn, now, days, today, _colour, state) => {
    const counted = daysWithoutDose(outSince(outOn, doses), harbour, new Date(now))
    expect(counted).toMatchObject({ kind: 'counted', days, today })
    expect(routeByDays(counted, 'no')).toMatchObject({ kind: 'routed', state })
  })

  it('Easter 2026: four days, nobody at fault', () => {
    expect(
      daysWithoutDose(outSince('2026-04-02', [dose('2026-04-02')]), harbour, new Date('2026-04-07T08:00:00Z')),
    ).toEqual({
      kind: 'counted',
      days: 4,
      closedDays: 4,
      unknownDays: 0,
      lastCoveredOn: day('2026-04-02'),
      today: 'due',
    } satisfies DaysWithoutDose)
  })
})

describe('today counts by the closing rule (rule DOSE-5)', () => {
  const thursdayDose = outSince('2026-04-01', [dose('2026-04-01')])

  it.each<[string, DosingPlace, string, number, string]>([
    ['before the last dosing hour is over', harbour, '2026-04-02T15:59:59Z', 0, 'due'],
    ['when it is over', harbour, '2026-04-02T16:00:00Z', 1, 'without'],
    ['the next day, closed: at once', harbour, '2026-04-02T23:00:00Z', 2, 'without'],
    ['hours unknown, in the evening', unknownHours, '2026-04-02T22:58:00Z', 0, 'due'],
    ['hours unknown, at 23:59', unknownHours, '2026-04-02T22:59:00Z', 1, 'without'],
    ['no dosing point, in the evening', nowhere, '2026-04-02T22:58:59Z', 0, 'due'],
    ['no dosing point, at 23:59', nowhere, '2026-04-02T22:59:00Z', 1, 'without'],
  ])('%s', (_, place, now, days, today) => {
    expect(daysWithoutDose(thursdayDose, place, new Date(now))).toMatchObject({ kind: 'counted', days, today })
  })
})

describe('a place that doses twice a day', () => {
  const twice = [hours('09:00', '10:00'), hours('15:00', '16:00')]
  const place = { zone: london, hours: harbourPharmacy({ weekly: { open: null, dosing: { '4': twice } } }) }

  it.each([
    ['between the two', '2026-04-02T11:00:00Z', 0, 'due'],
    ['after the second', '2026-04-02T15:00:00Z', 1, 'without'],
  ])('%s', (_, now, days, today) => {
    const since = outSince('2026-04-01', [dose('2026-04-01')])
    expect(daysWithoutDose(since, place, new Date(now))).toMatchObject({ days, today })
  })
})

describe('released on a day on which the place is shut', () => {
  it('counts the day of release among the closed ones, and the day before it not', () => {
    const since = outSince('2026-04-06', [dose('2026-04-04')])
    expect(daysWithoutDose(since, harbour, new Date('2026-04-07T08:00:00Z'))).toMatchObject({ days: 2, closedDays: 1 })
  })
})

describe('how many days without a dose (rule DOSE-5)', () => {
  const now = new Date('2026-04-10T11:00:00Z')

  it.each<[string, MedicationHistory, DosingPlace, object]>([
    ['covered today', outSince('2026-04-02', [dose('2026-04-10')]), everyDay, { days: 0, today: 'covered' }],
    [
      'covered ahead',
      outSince('2026-04-02', [takeHome('2026-04-08', '2026-04-14')]),
      everyDay,
      { days: 0, today: 'covered' },
    ],
    ['yesterday', outSince('2026-04-02', [dose('2026-04-09')]), everyDay, { days: 0, today: 'due' }],
    ['never', outSince('2026-04-02', []), everyDay, { kind: 'unknown', because: 'never-covered' }],
    [
      'a depot in its window',
      outSince('2026-04-02', [depot('2026-04-01')], {
        treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
      }),
      everyDay,
      { days: 0, today: 'covered' },
    ],
    [
      'a depot past its window',
      outSince('2026-04-02', [depot('2026-03-30')], {
        treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
      }),
      everyDay,
      { days: 1, today: 'due', lastCoveredOn: '2026-04-08' },
    ],
    [
      'outcome unknown counts, and is told apart',
      outSince('2026-04-02', [dose('2026-04-07'), dose('2026-04-08', { outcome: 'unknown' })]),
      everyDay,
      { days: 2, unknownDays: 1 },
    ],
    [
      'declined counts',
      outSince('2026-04-02', [dose('2026-04-08'), dose('2026-04-09', { outcome: 'declined' })]),
      everyDay,
      { days: 1, closedDays: 0 },
    ],
    [
      'a dose in between begins the count again',
      outSince('2026-04-02', [dose('2026-04-03'), dose('2026-04-08')]),
      everyDay,
      { days: 1, lastCoveredOn: '2026-04-08' },
    ],
    [
      'not taken',
      outSince('2026-04-02', [
        takeHome('2026-04-08', '2026-04-10', { id: 'issued' }),
        takeHome('2026-04-09', '2026-04-10', { outcome: 'not-taken', correctsDoseId: 'issued' }),
      ]),
      everyDay,
      { days: 1, lastCoveredOn: '2026-04-08', today: 'due' },
    ],
    ['no treatment', { ...outSince('2026-04-02', []), treatments: [] }, everyDay, { kind: 'not-prescribed' }],
    [
      'treatment ended',
      outSince('2026-04-02', [dose('2026-04-03')], { treatment: { endedOn: day('2026-04-09') } }),
      everyDay,
      { kind: 'not-prescribed' },
    ],
    [
      'inside on a confirmed regime',
      history([], { treatment: { regimeConfirmedOn: day('2026-04-09') } }),
      nowhere,
      { days: 0, today: 'covered' },
    ],
    [
      'inside on a stale one',
      history([], { treatment: { regimeConfirmedOn: day('2026-04-05') }, custody: { legalStatus: 'remand' } }),
      nowhere,
      { days: 3, unknownDays: 3, lastCoveredOn: '2026-04-06' },
    ],
    ['inside, the last dose recorded, no regime', history([dose('2026-04-07')]), nowhere, { days: 2, unknownDays: 2 }],
    [
      'inside the closed pharmacy outside says nothing',
      history([dose('2026-04-02')]),
      harbour,
      { days: 7, closedDays: 0, unknownDays: 7 },
    ],
  ])('%s', (_, facts, place, expected) => {
    expect(daysWithoutDose(facts, place, now)).toMatchObject(expected)
  })
})

describe('whole days everywhere (rule CAL-1)', () => {
  it.each([
    ['clocks forward', 'Europe/Oslo', '2026-03-28', '2026-03-30T08:00:00Z', 1],
    ['clocks back', 'Europe/Oslo', '2026-10-24', '2026-10-26T08:00:00Z', 1],
    ['leap day', 'Europe/Oslo', '2028-02-28', '2028-03-01T08:00:00Z', 1],
    ['no leap day', 'Europe/Oslo', '2027-02-28', '2027-03-01T08:00:00Z', 0],
    ["New Year's Eve", 'Europe/Oslo', '2026-12-31', '2027-01-02T08:00:00Z', 1],
    ['after midnight in Oslo, before it in Greenwich', 'Europe/Oslo', '2026-04-01', '2026-04-02T22:30:00Z', 1],
    ['the same instant in London', 'Europe/London', '2026-04-01', '2026-04-02T22:30:00Z', 0],
    ['far east', 'Pacific/Kiritimati', '2026-04-01', '2026-04-02T10:30:00Z', 1],
    ['far west', 'Pacific/Honolulu', '2026-04-01', '2026-04-03T09:30:00Z', 0],
  ])('%s', (_, zone, lastDose, now, days) => {
    const place = { zone: getZone(zone), hours: null }
    expect(daysWithoutDose(outSince(lastDose, [dose(lastDose)]), place, new Date(now))).toMatchObject({ days })
  })
})
