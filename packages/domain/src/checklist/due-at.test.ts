import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { dueAt, type PlanTiming } from './due-at.ts'
import { AT_RELEASE, daysBefore, daysStanding, hoursAfter, type ItemRule } from './item-rule.ts'
import { CURRENT_RULE_SET, getRuleSet } from './rule-sets.ts'

const OSLO = getZone('Europe/Oslo')
const MADE = new Date('2026-03-20T10:00:00Z')

describe('when an item is due', () => {
  it.each<[string, number, number | null, Partial<Omit<PlanTiming, 'releaseDate'>> & { on?: string }, string | null]>([
    // The clocks go forward on 29 March 2026: the wall says the same, the instant moves.
    ['a week before, over the change', daysBefore(7), null, { on: '2026-04-02' }, '2026-03-26T08:00:00Z'],
    ['the day after the change', daysBefore(1), null, { on: '2026-03-31' }, '2026-03-30T07:00:00Z'],
    ['at the gate', AT_RELEASE, null, { on: '2026-04-02' }, '2026-04-02T07:00:00Z'],
    ['48 hours on, over the change', hoursAfter(48), null, { on: '2026-03-28' }, '2026-03-30T08:00:00Z'],
    ['over New Year', daysBefore(2), null, { on: '2027-01-01' }, '2026-12-30T08:00:00Z'],
    ['no date', daysBefore(7), null, {}, null],
    [
      'no date, standing pack',
      daysBefore(7),
      daysStanding(1),
      { releaseCertainty: 'could-be-any-day' },
      '2026-03-21T10:00:00Z',
    ],
    ['standing only for any day', daysBefore(7), daysStanding(1), { on: '2026-04-30' }, '2026-04-23T07:00:00Z'],
    [
      'any day and a date: the earlier',
      daysBefore(7),
      daysStanding(1),
      { on: '2026-04-30', releaseCertainty: 'could-be-any-day' },
      '2026-03-21T10:00:00Z',
    ],
    [
      'out: hours from the gate',
      hoursAfter(24),
      null,
      { on: '2026-04-02', releasedAt: new Date('2026-04-01T14:30:00Z') },
      '2026-04-02T14:30:00Z',
    ],
    [
      'out sooner: due at the gate',
      daysBefore(1),
      null,
      { on: '2026-04-20', releasedAt: new Date('2026-04-01T06:30:00Z') },
      '2026-03-31T07:00:00Z',
    ],
    [
      'out today: due at the gate',
      AT_RELEASE,
      null,
      { on: '2026-04-20', releasedAt: new Date('2026-04-01T06:30:00Z') },
      '2026-04-01T06:30:00Z',
    ],
    ['out without a date', AT_RELEASE, null, { releasedAt: new Date('2026-04-01T14:30:00Z') }, '2026-04-01T07:00:00Z'],
  ])('%s', (_name, dueOffsetMinutes, standingMinutes, { on, ...timing }, expected) => {
    const releaseDate = on === undefined ? null : getPlainDate(on)
    const given: PlanTiming = {
      releaseDate,
      releaseCertainty: 'confirmed',
      releasedAt: null,
      madeAt: MADE,
      zone: OSLO,
      ...timing,
    }
    expect(dueAt({ dueOffsetMinutes, standingMinutes }, given)?.toISOString() ?? null).toBe(
      expected && new Date(expected).toISOString(),
    )
  })

  it('moves the same way as the release date, for every item and zone', () => {
    const rules: ItemRule[] = Object.values(getRuleSet(CURRENT_RULE_SET))
    const zone = fc.constantFrom('Europe/Oslo', 'Europe/Lisbon', 'America/New_York', 'Pacific/Apia').map(getZone)
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        zone,
        fc.constantFrom('confirmed', 'expected', 'could-be-any-day'),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 60 }),
        (rule, inZone, releaseCertainty, start, later) => {
          const first = addDays(getPlainDate('2026-01-01'), start)
          const due = (days: number) =>
            dueAt(rule, {
              releaseDate: addDays(first, days),
              releaseCertainty,
              releasedAt: null,
              madeAt: MADE,
              zone: inZone,
            })
          expect(due(0)?.getTime()).toBeLessThanOrEqual(due(later)?.getTime() ?? Number.NaN)
        },
      ),
    )
  })
})
