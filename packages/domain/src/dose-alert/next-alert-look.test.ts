import { describe, expect, it } from 'vitest'
import { day, treatment } from '../../testing/medication-histories.ts'
import { harbourPharmacy } from '../../testing/places.ts'
import { getZone } from '../calendar/zone.ts'
import { type CaseInTime, LONGEST_WITHOUT_LOOK_DAYS, nextAlertLook } from './next-alert-look.ts'

const hours = harbourPharmacy()
const { zone } = hours
const NOW = new Date('2026-03-26T09:00:00Z')
const AT: CaseInTime = { place: { zone, hours }, treatments: [treatment()], prisonZone: zone, now: NOW }

/** The instants that are asked about, when nothing ever changes. */
function asked(of: Partial<CaseInTime> = {}): { asked: string[]; look: string } {
  const found: string[] = []
  const look = nextAlertLook({ ...AT, ...of }, (at) => {
    found.push(at.toISOString())
    return false
  })
  return { asked: found, look: look.toISOString() }
}

describe('when an alert is looked at again (rule ROUTE-9)', () => {
  it('asks about the end of each dosing day and of each day, and looks after a week in any case', () => {
    const { asked: instants, look } = asked()
    const days = (Date.parse(look) - NOW.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(LONGEST_WITHOUT_LOOK_DAYS - 1)
    expect(days).toBeLessThanOrEqual(LONGEST_WITHOUT_LOOK_DAYS + 1)
    expect(instants).toEqual(instants.toSorted())
    expect(instants.every((at) => at > NOW.toISOString() && at < look)).toBe(true)
    expect(instants.length).toBeGreaterThan(LONGEST_WITHOUT_LOOK_DAYS)
  })

  it('looks at the first instant in which something else would be said', () => {
    const [, second] = asked().asked
    expect(nextAlertLook(AT, (at) => at.toISOString() >= (second ?? '')).toISOString()).toBe(second)
  })

  it.each([
    ['begins', treatment({ startedOn: day('2026-03-28') }), '2026-03-28'],
    ['ends', treatment({ startedOn: day('2026-01-01'), endedOn: day('2026-03-28') }), '2026-03-29'],
  ])('looks when a treatment %s', (_, of, on) => {
    const { look } = asked({ treatments: [of], prisonZone: getZone('UTC') })
    expect(look).toBe(`${on}T00:00:00.000Z`)
  })

  it('a place of unknown hours, and none at all, turn at 23:59 and at midnight', () => {
    const { asked: instants } = asked({ place: { zone: getZone('UTC'), hours: null } })
    expect(instants.slice(0, 2)).toEqual(['2026-03-26T23:59:00.000Z', '2026-03-27T00:00:00.000Z'])
  })

  it('is in the future, at a clock change and at the last instant of a day as well', () => {
    for (const now of ['2026-03-28T23:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z'])
      expect(asked({ now: new Date(now) }).look > new Date(now).toISOString()).toBe(true)
  })

  const UTC = { zone: getZone('UTC'), hours: null }
  it.each<[string, Partial<CaseInTime>, string]>([
    [
      'a turn on this very instant is past',
      { treatments: [treatment({ startedOn: day('2026-03-26') })], now: new Date('2026-03-26T00:00:00Z') },
      '2026-04-03T00:00:00.000Z',
    ],
    [
      'a turn in a second is the look',
      { treatments: [treatment({ startedOn: day('2026-03-27') })], now: new Date('2026-03-26T23:59:59Z') },
      '2026-03-27T00:00:00.000Z',
    ],
    [
      'of two turns the first',
      { treatments: [treatment({ startedOn: day('2026-03-30') }), treatment({ startedOn: day('2026-03-28') })] },
      '2026-03-28T00:00:00.000Z',
    ],
    ['no treatment at all', { treatments: [] }, '2026-04-03T00:00:00.000Z'],
    [
      'a course without days is no turn',
      { treatments: [treatment({ startedOn: null, endedOn: null })] },
      '2026-04-03T00:00:00.000Z',
    ],
  ])('%s', (_, of, look) => {
    expect(asked({ place: UTC, prisonZone: getZone('UTC'), ...of }).look).toBe(look)
  })

  it('never asks about the instant in which it looks, nor about one at the horizon', () => {
    const midnight = new Date('2026-03-27T00:00:00Z')
    const { asked: instants, look } = asked({ place: UTC, prisonZone: getZone('UTC'), now: midnight })
    expect(instants).not.toContain(midnight.toISOString())
    expect(instants).not.toContain(look)
    expect(instants[0]).toBe('2026-03-27T23:59:00.000Z')
  })
})
