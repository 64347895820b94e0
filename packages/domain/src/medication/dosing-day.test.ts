import { describe, expect, it } from 'vitest'
import { everyDay, london, released, unknownHours } from '../../testing/medication-easter.ts'
import { day, dose } from '../../testing/medication-histories.ts'
import { harbourPharmacy, hours } from '../../testing/places.ts'
import { ClockTime, getZone } from '../calendar/zone.ts'
import { daysWithoutDose } from './days-without-dose.ts'
import { type DosingPlace, isDosingDayOver, lastDosingInstant } from './dosing-day.ts'

const until = (time: string) => ClockTime.parse(time)
const harbour: DosingPlace = { zone: london, hours: harbourPharmacy() }
const twice: DosingPlace = {
  zone: london,
  hours: harbourPharmacy({
    weekly: { open: null, dosing: { '2': [hours('16:00', '18:00'), hours('08:00', '10:00')] } },
  }),
}

describe('when a day is over for dosing (rule DOSE-5)', () => {
  it.each<[string, DosingPlace, string, string | null]>([
    ['its last dosing hour', harbour, '2026-04-07', '2026-04-07T16:00:00.000Z'],
    ['the later of two openings', twice, '2026-04-07', '2026-04-07T17:00:00.000Z'],
    ['closed all day: from its first moment on', harbour, '2026-04-04', null],
    ['hours unknown', unknownHours, '2026-04-07', '2026-04-07T22:59:00.000Z'],
    [
      'hours unknown where the clock shows 23:59 twice: the first',
      { zone: getZone('America/Santiago'), hours: null },
      '2026-04-04',
      '2026-04-05T02:59:00.000Z',
    ],
    ['no place', { zone: london, hours: null }, '2026-04-07', '2026-04-07T22:59:00.000Z'],
    [
      'a later time agreed with the person',
      { ...harbour, agreedUntil: until('19:30') },
      '2026-04-07',
      '2026-04-07T18:30:00.000Z',
    ],
    [
      'an earlier one takes nothing away',
      { ...harbour, agreedUntil: until('12:00') },
      '2026-04-07',
      '2026-04-07T16:00:00.000Z',
    ],
    ['an agreement opens no closed door', { ...harbour, agreedUntil: until('19:30') }, '2026-04-04', null],
    ['an agreement with nobody', { ...harbour, agreedUntil: null }, '2026-04-07', '2026-04-07T16:00:00.000Z'],
  ])('%s', (_, place, on, expected) => {
    expect(lastDosingInstant(place, day(on))?.toISOString() ?? null).toBe(expected)
  })

  it('a day on which the place is shut is over from its first moment on', () => {
    expect(isDosingDayOver(harbour, day('2026-04-04'), new Date('2026-04-03T23:00:00Z'))).toBe(true)
  })

  it.each<[string, boolean]>([
    ['2026-04-07T15:59:59Z', false],
    ['2026-04-07T16:00:00Z', true],
  ])('at %s: %s', (now, isOver) => {
    expect(isDosingDayOver(everyDay, day('2026-04-07'), new Date(now))).toBe(isOver)
  })

  it.each<[string, string | null, number]>([
    ['2026-04-08T17:00:00Z', null, 1],
    ['2026-04-08T17:00:00Z', '19:30', 0],
    ['2026-04-08T18:30:00Z', '19:30', 1],
  ])('lateness that was agreed is not late: at %s, agreed until %s: %i days', (now, agreed, days) => {
    const place = { ...harbour, agreedUntil: agreed === null ? null : until(agreed) }
    const history = released([dose('2026-04-02'), dose('2026-04-07')])
    expect(daysWithoutDose(history, place, new Date(now))).toMatchObject({ days })
  })
})
