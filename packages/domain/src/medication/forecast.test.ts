import { describe, expect, it } from 'vitest'
import { everyDay, london, unknownHours } from '../../testing/medication-easter.ts'
import { ELSEWHERE, letters, NOT_REACHED, overEaster, REACHED, span } from '../../testing/medication-forecast.ts'
import { day, dose, history } from '../../testing/medication-histories.ts'
import { type ForecastInput, forecastCover } from './forecast.ts'

//                                                      Thu Fri Sat Sun Mon Tue Wed Thu Fri Sat
describe('the days after the release (rule DOSE-9)', () => {
  it.each<[string, Partial<ForecastInput>, string]>([
    ['Easter: shut from Friday to Monday', {}, 'CxxxxCCCCx'],
    [
      'supply planned for the gate to Monday',
      { plannedSupply: { from: day('2026-04-03'), to: day('2026-04-06') } },
      'CCCCCCCCCx',
    ],
    ['supply to Sunday only', { plannedSupply: { from: day('2026-04-03'), to: day('2026-04-05') } }, 'CCCCxCCCCx'],
    [
      'a prescription there, open on every day',
      { place: everyDay, prescriptions: [span('2026-04-03', '2026-04-06')] },
      'CCCCCCCCCC',
    ],
    ['the same where the place is shut: no dose', { prescriptions: [span('2026-04-03', '2026-04-06')] }, 'CxxxxCCCCx'],
    [
      'a prescription that lies elsewhere',
      { place: everyDay, prescriptions: [span('2026-04-03', '2026-04-06', { collectedAtServiceId: ELSEWHERE })] },
      'CUUUUCCCCC',
    ],
    [
      'one elsewhere that goes on: none here after the appointment',
      { place: everyDay, prescriptions: [span('2026-04-03', '2026-05-06', { collectedAtServiceId: ELSEWHERE })] },
      'CUUUUUUUUU',
    ],
    [
      'a prescription from Saturday on',
      { place: everyDay, prescriptions: [span('2026-04-04', '2026-04-06')] },
      'CUCCCCCCCC',
    ],
    [
      'one that goes on beyond the appointment and ends',
      { place: everyDay, prescriptions: [span('2026-04-03', '2026-04-08')] },
      'CCCCCCCUUU',
    ],
    [
      'to be collected on a day on which the place is open',
      { place: everyDay, prescriptions: [span('2026-04-03', '2026-04-06', { collectBy: day('2026-04-03') })] },
      'CCCCCCCCCC',
    ],
    [
      'to be collected before the place opens: lapsed',
      { prescriptions: [span('2026-04-03', '2026-04-20', { collectBy: day('2026-04-06') })] },
      'CxxxxUUUUx',
    ],
    [
      'to be collected on the opening day',
      { prescriptions: [span('2026-04-03', '2026-04-20', { collectBy: day('2026-04-07') })] },
      'CxxxxCCCCx',
    ],
    ['no way to get there', { reach: NOT_REACHED }, 'CxxxxUUUUx'],
    ['a way there from Thursday on', { reach: { state: 'yes', fromDay: day('2026-04-09') } }, 'CxxxxUUCCx'],
    ['no way there from Thursday on', { reach: { state: 'no', fromDay: day('2026-04-09') } }, 'CxxxxCCUUx'],
    ['a way there on all days', { reach: REACHED }, 'CxxxxCCCCx'],
    ['no dosing point', { place: { zone: london, hours: null } }, 'CUUUUUUUUU'],
    ['hours unknown', { place: unknownHours }, 'CUUUU?????'],
    [
      'hours unknown, prescription there',
      { place: unknownHours, prescriptions: [span('2026-04-03', '2026-04-20')] },
      'C?????????',
    ],
    ['released a day earlier than recorded', { releaseOn: day('2026-04-01') }, 'CUxxxxCCCC'],
    ['a week later than recorded', { releaseOn: day('2026-04-09'), days: 5 }, 'CCxxC'],
  ])('%s', (_, overrides, expected) => {
    expect(letters(overEaster(overrides))).toBe(expected)
  })
})

describe('what a forecast tells of its days', () => {
  const waysOf = (input: ForecastInput) =>
    forecastCover(input).days.map((each) => (each.state === 'covered' ? each.way : each.state))
  const resting = (rhythm: 'alternate-days' | 'three-a-week') =>
    history([dose('2026-04-01')], {
      treatment: {
        regimeConfirmedOn: day('2026-03-31'),
        rhythm,
        rhythmWeekdays: rhythm === 'three-a-week' ? [1, 3, 5] : [],
      },
      custody: { releaseDate: day('2026-04-02') },
    })

  it('by what each day is covered: the regime inside, a supply, the rhythm, the dosing point', () => {
    const input = overEaster({
      history: resting('alternate-days'),
      now: new Date('2026-03-31T09:00:00Z'),
      plannedSupply: { from: day('2026-04-03'), to: day('2026-04-05') },
    })
    expect(waysOf(input)).toEqual([
      'rhythm',
      'planned-supply',
      'planned-supply',
      'planned-supply',
      'rhythm',
      'expected-there',
      'rhythm',
      'expected-there',
      'rhythm',
      'closed',
    ])
  })

  it('on the day of release itself a supply of that day is planned, and one of yesterday is past', () => {
    const today = overEaster({
      history: history([dose('2026-04-02')], { custody: { releaseDate: day('2026-04-02') } }),
      now: new Date('2026-04-02T09:00:00Z'),
      plannedSupply: { from: day('2026-04-01'), to: day('2026-04-04') },
    })
    expect(waysOf(today).slice(0, 5)).toEqual(['supervised', 'planned-supply', 'planned-supply', 'closed', 'closed'])
  })

  it('asks no facts where nothing is prescribed', () => {
    const stopped = history([], {
      treatment: { regimeConfirmedOn: day('2026-03-12'), endedOn: day('2026-04-07') },
      custody: { releaseDate: day('2026-04-02') },
    })
    const { days } = forecastCover(overEaster({ history: stopped }))
    expect(days.map((each) => each.facts === null)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ])
  })
})
