import { describe, expect, it } from 'vitest'
import { EVERY_DAY, harbourPharmacy, OFFICE_WEEK } from '../../testing/places.ts'
import type { OpeningHours } from '../calendar/opening-hours.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { servicesGap } from './services-gap.ts'

const office = harbourPharmacy({ weekly: { open: OFFICE_WEEK, dosing: null } })
const unknown = harbourPharmacy({ weekly: { open: null, dosing: null } })
const shut = harbourPharmacy({ weekly: { open: {}, dosing: {} } })
const everyDay = harbourPharmacy({ weekly: { open: EVERY_DAY, dosing: EVERY_DAY }, holidays: [] })

const gap = (releaseOn: string, dosing: OpeningHours | null, benefits = dosing, housing = dosing) =>
  servicesGap({ releaseOn: getPlainDate(releaseOn), dosing, benefits, housing })

describe('days until the doors open (rule REL-40)', () => {
  it('Good Friday: four days to the pharmacy, which sells on Saturday and does not dose', () => {
    const found = gap('2026-04-03', harbourPharmacy(), office, everyDay)
    expect(found.of.dosing).toMatchObject({ kind: 'opens', on: '2026-04-07', days: 4 })
    expect(found.of.dosing).toMatchObject({
      closed: [{ holiday: 'Good Friday' }, {}, {}, { holiday: 'Easter Monday' }],
    })
    expect(found.of.benefits).toMatchObject({ on: '2026-04-07', days: 4 })
    expect(found.of.housing).toMatchObject({ on: '2026-04-03', days: 0, closed: [] })
    expect([found.days, found.unknown]).toEqual([4, []])
  })

  it('an office is asked for its opening hours, a dosing point for its dosing hours', () => {
    const found = gap('2026-04-11', harbourPharmacy())
    expect([found.of.dosing, found.of.benefits]).toMatchObject([{ days: 2 }, { days: 0 }])
  })

  it.each<[string, OpeningHours | null, object]>([
    ['nobody named one', null, { kind: 'no-place' }],
    ['hours unknown', unknown, { kind: 'hours-unknown' }],
    ['never open', shut, { kind: 'never-open', withinDays: 60 }],
  ])('%s: no number', (_, hours, expected) => {
    expect(gap('2026-04-02', hours)).toMatchObject({
      of: { dosing: expected, benefits: expected, housing: expected },
      days: null,
      unknown: ['dosing', 'benefits', 'housing'],
    })
  })

  it('the longest of those that are known', () => {
    expect(gap('2026-04-03', harbourPharmacy(), everyDay, null)).toMatchObject({ days: 4, unknown: ['housing'] })
    expect(gap('2026-04-03', everyDay, harbourPharmacy(), null)).toMatchObject({ days: 1 })
  })
})
