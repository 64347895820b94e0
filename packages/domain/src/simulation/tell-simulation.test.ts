import { describe, expect, it } from 'vitest'
import { bootstrapRuns, percentileInterval } from './bootstrap.ts'
import { widenPeriod } from './period-blocks.ts'
import type { Replay } from './replay-release.ts'
import { seededDraws } from './seeded-draws.ts'
import type { NotReplayedReason, Reach, SimulatedRule } from './simulation-codes.ts'
import { differencesOf, type Scenario, setsOf, tellSimulation } from './tell-simulation.ts'

const replay = (uncoveredDays: number, isWithin48Hours: boolean): Replay => ({ uncoveredDays, isWithin48Hours })
const many = (count: number, of: Replay): Replay[] => Array.from({ length: count }, () => of)
const scenario = (replays: readonly Replay[], reachOf: (place: number) => Reach): Scenario => ({
  rules: ['open-on-sunday'],
  replays: replays.map((each, place) => ({ ...each, reach: reachOf(place) })),
})
const tell = (before: readonly Replay[], of: Scenario, not: [NotReplayedReason, number][] = [], runs = 1000) =>
  tellSimulation(before, [of], new Map(not), bootstrapRuns(differencesOf(before, [of]), 7, 0, runs))

/** Forty releases with 4 days without cover each; the rule takes two days from the first twenty. */
const before = [...many(20, replay(4, false)), ...many(20, replay(4, true))]
const after = scenario([...many(20, replay(2, true)), ...many(20, replay(4, true))], (place) =>
  place < 20 ? 'reached' : 'not-reached',
)

describe('the draws (rule SIM-3)', () => {
  it('are the same for the same seed, in whatever portions, and others for another', () => {
    const differences = differencesOf(before, [after])
    const whole = bootstrapRuns(differences, 7, 0, 30)
    expect([...bootstrapRuns(differences, 7, 0, 11), ...bootstrapRuns(differences, 7, 11, 30)]).toEqual(whole)
    expect(bootstrapRuns(differences, 8, 0, 30)).not.toEqual(whole)
  })

  it('begin as Mulberry32 begins', () => {
    const draw = seededDraws(1)
    expect([draw(), draw(), draw()].map((each) => each.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447'])
  })

  it('give an interval as wide as the binomial has it: 2 days times 20 of 40, ± 1.96 × 2 × √10', () => {
    const draws = bootstrapRuns(differencesOf(before, [after]), 7, 0, 4000)
    const { lower, upper } = percentileInterval(draws, 0)
    expect(Math.abs(lower - (-40 - 12.4))).toBeLessThan(1.7)
    expect(Math.abs(upper - (-40 + 12.4))).toBeLessThan(1.7)
  })

  it('percentiles lie on straight lines between neighbours', () => {
    const draws = Array.from({ length: 5 }, (_, index) => [index * 10])
    expect(percentileInterval(draws, 0)).toEqual({ lower: 1, upper: 39 })
    expect(() => percentileInterval([], 0)).toThrow(RangeError)
  })
})

describe('what is told (rule SIM-4)', () => {
  it('days, shares and their differences with intervals', () => {
    const told = tell(before, after, [['days-not-over', 6]])
    expect(told).toMatchObject({
      total: 46,
      replayed: 40,
      asItWas: { uncoveredDays: 160, within48: 0.5 },
      scenarios: [{ state: 'told', reached: 20, unknown: 0, uncoveredDays: 120, within48: 1 }],
    })
    const [only] = told.scenarios
    expect(only?.difference?.value).toBe(-40)
    expect(only?.within48Difference?.value).toBe(0.5)
    for (const each of [only?.difference, only?.within48Difference]) {
      expect(each?.lower).toBeLessThan(each?.value ?? 0)
      expect(each?.upper).toBeGreaterThan(each?.value ?? 0)
    }
  })

  it('no difference at all where the rules change nothing', () => {
    const told = tell(
      before,
      scenario(before, () => 'reached'),
    )
    expect(told.scenarios[0]).toMatchObject({
      difference: { value: 0, lower: 0, upper: 0 },
      within48Difference: { value: 0, lower: 0, upper: 0 },
    })
  })

  it.each<[string, number, string]>([
    ['nobody', 0, 'nobody-reached'],
    ['four', 4, 'few'],
    ['five', 5, 'told'],
  ])('when %s were reached: %i is %s', (_, reached, state) => {
    const told = tell(
      before,
      scenario(before, (place) => (place < reached ? 'reached' : 'not-reached')),
      [],
      10,
    )
    const [only] = told.scenarios
    expect(only?.state).toBe(state)
    expect([only?.difference === null, only?.uncoveredDays === null]).toEqual([state !== 'told', state !== 'told'])
    expect(only?.reached).toBe(state === 'few' ? 'hidden' : reached)
  })

  it('no share and no days that are those of one to four people, before or after', () => {
    const two = [...many(2, replay(3, false)), ...many(20, replay(0, true))]
    expect(
      tell(
        two,
        scenario(many(22, replay(0, true)), () => 'reached'),
        [],
        10,
      ),
    ).toMatchObject({
      asItWas: { uncoveredDays: null, within48: null },
      scenarios: [{ uncoveredDays: null, difference: null, within48: null, within48Difference: null }],
    })
    const all = many(22, replay(1, false))
    expect(
      tell(
        all,
        scenario(two, () => 'reached'),
        [],
        10,
      ),
    ).toMatchObject({
      asItWas: { uncoveredDays: 22, within48: 0 },
      scenarios: [{ uncoveredDays: null, difference: null, within48: null, within48Difference: null }],
    })
  })

  it('no reason of one to four, nor what would tell it', () => {
    const told = tell(before, after, [
      ['hours-unknown', 2],
      ['no-dosing-point', 9],
    ])
    const shown = new Map(told.notReplayed.map(({ reason, count }) => [reason, count]))
    expect(shown.get('hours-unknown')).toBe('hidden')
    expect([told.total, told.replayed, shown.get('no-dosing-point')].filter((each) => each === 'hidden')).not.toEqual(
      [],
    )
  })
})

describe('which sets are replayed (rule SIM-4)', () => {
  it.each<[string, [SimulatedRule, number][], string[]]>([
    ['one alone', [['open-on-sunday', 9]], ['open-on-sunday']],
    [
      'two, and together',
      [
        ['open-on-sunday', 9],
        ['depot-before-release', 5],
      ],
      ['open-on-sunday', 'depot-before-release', 'open-on-sunday depot-before-release'],
    ],
    [
      'one that reaches four is not among those together',
      [
        ['open-on-sunday', 9],
        ['depot-before-release', 4],
        ['thursday-instead-of-friday', 0],
      ],
      [
        'open-on-sunday',
        'depot-before-release',
        'thursday-instead-of-friday',
        'open-on-sunday thursday-instead-of-friday',
      ],
    ],
    [
      'and where one is left there is no together',
      [
        ['open-on-sunday', 9],
        ['depot-before-release', 1],
      ],
      ['open-on-sunday', 'depot-before-release'],
    ],
  ])('%s', (_, reached, expected) => {
    expect(setsOf(new Map(reached)).map((rules) => rules.join(' '))).toEqual(expected)
  })
})

describe('the period (rule SIM-4)', () => {
  const months = [4, 7, 12, 3, 3, 3, 3, 9].map((releases, index) => ({ month: `2026-0${index + 1}`, releases }))
  // Blocks: January and February 11, March 12, April to July 12 with August, which is too little for itself.
  it.each<[string, string, string, string]>([
    ['2026-01', '2026-01', '2026-01', '2026-02'],
    ['2026-02', '2026-03', '2026-01', '2026-03'],
    ['2026-03', '2026-03', '2026-03', '2026-03'],
    ['2026-05', '2026-05', '2026-04', '2026-08'],
    ['2025-01', '2027-01', '2026-01', '2026-08'],
  ])('%s to %s is replayed from %s to %s', (from, to, first, last) => {
    expect(widenPeriod(months, { from, to })).toEqual({ from: first, to: last })
  })

  it('fewer than ten are not replayed', () => {
    const nine = [{ month: '2026-01', releases: 9 }]
    expect(widenPeriod(nine, { from: '2026-01', to: '2026-01' })).toBeNull()
    expect(widenPeriod([], { from: '2026-01', to: '2026-01' })).toBeNull()
    expect(widenPeriod([{ month: '2026-01', releases: 10 }], { from: '2026-02', to: '2026-02' })).toBeNull()
  })
})
