import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyHistory } from '../../testing/generate-history.ts'
import { day, depot, takeHome } from '../../testing/medication-histories.ts'
import { EVERY_DAY, harbourPharmacy, hours, OFFICE_WEEK } from '../../testing/places.ts'
import { fridayRelease, PHARMACY_ID, releaseOf } from '../../testing/simulated-releases.ts'
import { reachUnder, replayUnder } from './change-rules.ts'
import { asItWas, type ReleaseOnRecord, reasonNotReplayed, replayRelease } from './replay-release.ts'
import { type Reach, SIMULATED_RULES, type SimulatedRule } from './simulation-codes.ts'

const under = (release: ReleaseOnRecord, rules: readonly SimulatedRule[], sundayServiceId: string | null = null) => {
  const { uncoveredDays, isWithin48Hours, reach } = replayUnder(release, { rules, sundayServiceId })
  return [uncoveredDays, isWithin48Hours, reach]
}
const THURSDAY = ['thursday-instead-of-friday'] as const
const DEPOT = ['depot-before-release'] as const
const IN_TIME = ['acknowledged-within-4-hours'] as const
const SUNDAY = ['open-on-sunday'] as const
const noHolidays = (facts: Parameters<typeof harbourPharmacy>[0]) => ({
  ...fridayRelease().place,
  hours: harbourPharmacy({ holidays: [], ...facts }),
})
const buprenorphine = { treatment: { treatment: { medicine: 'buprenorphine-sublingual' as const } } }
const sentOnMonday = (acknowledgedAt: string | null) => ({
  sentAt: new Date('2026-03-02T10:00:00Z'),
  acknowledgedAt: acknowledgedAt === null ? null : new Date(acknowledgedAt),
})

// March 2026: Friday is the 6th, 13th and 20th. Counted are the fourteen days from Saturday 7 to Friday 20.
describe('releases replayed by hand (rule SIM-1)', () => {
  it.each<[string, ReleaseOnRecord, readonly SimulatedRule[], [number, boolean, Reach]]>([
    ['Friday as it was: two weekends', fridayRelease(), [], [4, false, 'not-reached']],
    ['Thursday: dosed on Friday, the same two weekends', fridayRelease(), THURSDAY, [4, true, 'reached']],
    [
      'Thursday moves a late appointment to the Friday: the week before it is covered',
      fridayRelease({ firstExpectedOn: day('2026-03-12') }),
      THURSDAY,
      [4, true, 'reached'],
    ],
    [
      'unplanned: nobody could have moved it',
      fridayRelease({ releaseKind: 'unplanned' }),
      THURSDAY,
      [4, false, 'not-reached'],
    ],
    [
      'out on a Wednesday: not reached',
      fridayRelease({ releasedAt: new Date('2026-03-04T09:30:00Z'), firstExpectedOn: day('2026-03-05') }),
      THURSDAY,
      [4, true, 'not-reached'],
    ],
    [
      'nobody knows when they were expected: unknown, and as it was',
      fridayRelease({ firstExpectedOn: null }),
      THURSDAY,
      [14, false, 'unknown'],
    ],
    [
      'carried out for the weekend: one weekend is left, and 48 hours are covered',
      fridayRelease({ history: { ...fridayRelease().history, doses: [takeHome('2026-03-07', '2026-03-08')] } }),
      [],
      [2, true, 'not-reached'],
    ],
    ['open on Sundays: the second Sunday', fridayRelease(), SUNDAY, [3, false, 'reached']],
    ['Thursday and open on Sundays: two Saturdays', fridayRelease(), [...THURSDAY, ...SUNDAY], [2, true, 'reached']],
    [
      'open on Sundays, where it is already',
      fridayRelease({ place: noHolidays({ weekly: { open: null, dosing: EVERY_DAY } }) }),
      SUNDAY,
      [2, false, 'not-reached'],
    ],
    [
      'open on Sundays, but closed by a closure',
      fridayRelease({ place: noHolidays({ closures: [{ from: day('2026-03-15'), to: day('2026-03-15') }] }) }),
      SUNDAY,
      [4, false, 'reached'],
    ],
    ['a depot is not for methadone', fridayRelease(), DEPOT, [4, false, 'not-reached']],
    [
      'a weekly depot on Thursday covers to Saturday week: one Sunday is left',
      fridayRelease(buprenorphine),
      DEPOT,
      [1, true, 'reached'],
    ],
    [
      'a depot that the label does not allow yet',
      fridayRelease({
        history: {
          ...fridayRelease({ treatment: { treatment: { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' } } })
            .history,
          doses: [depot('2026-02-20')],
        },
      }),
      DEPOT,
      [0, true, 'not-reached'],
    ],
    [
      'acknowledged three days late: expected three days sooner, Monday in the place of Wednesday',
      fridayRelease({ firstExpectedOn: day('2026-03-11'), handoff: sentOnMonday('2026-03-05T10:00:00Z') }),
      IN_TIME,
      [4, false, 'reached'],
    ],
    [
      'acknowledged in the fourth hour: as it was',
      fridayRelease({ firstExpectedOn: day('2026-03-11'), handoff: sentOnMonday('2026-03-02T14:00:00Z') }),
      IN_TIME,
      [6, false, 'not-reached'],
    ],
    [
      'never acknowledged: nobody knows what had come of it',
      fridayRelease({ firstExpectedOn: day('2026-03-11'), handoff: sentOnMonday(null) }),
      IN_TIME,
      [6, false, 'unknown'],
    ],
    ['never sent: not reached', fridayRelease(), IN_TIME, [4, false, 'not-reached']],
    [
      'back in custody on Wednesday: days up to Tuesday are counted',
      fridayRelease({ endedAt: new Date('2026-03-11T12:00:00Z') }),
      [],
      [2, false, 'not-reached'],
    ],
    [
      'dosed on Saturday at ten: within 48 hours',
      fridayRelease({
        place: noHolidays({ weekly: { open: null, dosing: { ...OFFICE_WEEK, '6': [hours('10:00', '12:00')] } } }),
        firstExpectedOn: day('2026-03-07'),
      }),
      [],
      [2, true, 'not-reached'],
    ],
    [
      'dosed on Sunday from 09:30 on: the last second counts',
      fridayRelease({
        place: noHolidays({ weekly: { open: null, dosing: { ...OFFICE_WEEK, '7': [hours('09:30', '12:00')] } } }),
        firstExpectedOn: day('2026-03-08'),
      }),
      [],
      [2, true, 'not-reached'],
    ],
    [
      'dosed on Sunday from 09:31 on: a minute too late',
      fridayRelease({
        place: noHolidays({ weekly: { open: null, dosing: { ...OFFICE_WEEK, '7': [hours('09:31', '12:00')] } } }),
        firstExpectedOn: day('2026-03-08'),
      }),
      [],
      [2, false, 'not-reached'],
    ],
  ])('%s', (_, release, rules, expected) => {
    expect(under(release, rules)).toEqual(expected)
  })

  it('opens one dosing point and no other', () => {
    expect(under(fridayRelease(), SUNDAY, PHARMACY_ID)).toEqual([3, false, 'reached'])
    expect(under(fridayRelease(), SUNDAY, '01930000-0000-7000-8000-0000000000f2')).toEqual([4, false, 'not-reached'])
  })
})

describe('what cannot be replayed is said (rule SIM-2)', () => {
  const now = new Date('2026-04-01T09:00:00Z')
  it.each<[string | null, Partial<ReleaseOnRecord>, Date]>([
    [null, {}, now],
    ['no-treatment-recorded', { history: { ...fridayRelease().history, treatments: [] } }, now],
    ['no-dosing-point', { dosingServiceId: null }, now],
    ['no-dosing-point', { place: { ...fridayRelease().place, hours: null } }, now],
    ['hours-unknown', { place: noHolidays({ weekly: { open: null, dosing: null } }) }, now],
    ['days-not-over', {}, new Date('2026-03-20T23:00:00Z')],
    [null, {}, new Date('2026-03-21T00:00:00Z')],
    ['died-or-back-in-custody', { endedAt: new Date('2026-03-08T09:29:59Z') }, now],
    [null, { endedAt: new Date('2026-03-08T09:30:00Z') }, now],
  ])('%s', (reason, facts, at) => {
    expect(reasonNotReplayed(fridayRelease(facts), at)).toBe(reason)
  })
})

describe('of any history', () => {
  const someRules = fc.subarray([...SIMULATED_RULES])
  const holds = (property: (release: ReleaseOnRecord, rules: SimulatedRule[]) => void) =>
    fc.assert(fc.property(anyHistory, someRules, (of, rules) => property(releaseOf(of), rules)))

  it('with no rule changed nothing differs', () => {
    holds((release) => {
      expect(replayUnder(release, { rules: [], sundayServiceId: null })).toEqual({
        ...replayRelease(asItWas(release)),
        reach: 'not-reached',
      })
    })
  })

  it('a door that is open on more days never adds a day without cover, whatever else is changed', () => {
    holds((release, others) => {
      const rules = others.filter((rule) => rule !== 'open-on-sunday')
      const [shut, open] = [rules, [...rules, ...SUNDAY]].map((each) =>
        replayUnder(release, { rules: each, sundayServiceId: null }),
      )
      expect(open?.uncoveredDays).toBeLessThanOrEqual(shut?.uncoveredDays ?? 0)
      expect(Number(open?.isWithin48Hours)).toBeGreaterThanOrEqual(Number(shut?.isWithin48Hours))
    })
  })

  it('an injection before the release never adds one', () => {
    holds((release) => {
      const [before, after] = [[], DEPOT].map((rules) => replayUnder(release, { rules, sundayServiceId: null }))
      expect(after?.uncoveredDays).toBeLessThanOrEqual(before?.uncoveredDays ?? 0)
    })
  })

  it('a release that no rule reaches goes as it went', () => {
    holds((release, rules) => {
      const would = replayUnder(release, { rules, sundayServiceId: null })
      expect(reachUnder(release, { rules, sundayServiceId: null })).toBe(would.reach)
      if (would.reach === 'not-reached') expect(would).toMatchObject(replayRelease(asItWas(release)))
    })
  })
})
