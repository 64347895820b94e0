import { describe, expect, it } from 'vitest'
import { easter, everyDay, london, released, unknownHours } from '../../testing/medication-easter.ts'
import { custody, day, depot, dose, history, treatment } from '../../testing/medication-histories.ts'
import { type ForecastInput, forecastCover } from './forecast.ts'
import type { PrescriptionSpan, Reach } from './planned-cover.ts'
import type { StripState } from './strip-state.ts'

const HERE = 'mill-lane'
const ELSEWHERE = 'other-pharmacy'

const LETTERS = {
  covered: 'C',
  'due-today': 'd',
  closed: 'x',
  uncovered: 'U',
  unknown: '?',
  'not-prescribed': '-',
} as const satisfies Record<StripState['state'], string>

/** Maundy Thursday 2 April 2026 and the nine days after it; first appointment on Tuesday 7 April. */
function overEaster(overrides: Partial<ForecastInput> = {}): ForecastInput {
  return { ...easter(), dosingServiceId: HERE, releaseOn: day('2026-04-02'), days: 10, ...overrides }
}

function span(from: string, to: string, facts: Partial<PrescriptionSpan> = {}): PrescriptionSpan {
  return { from: day(from), to: day(to), collectedAtServiceId: HERE, collectBy: null, ...facts }
}

const letters = (input: ForecastInput) =>
  forecastCover(input)
    .days.map((each) => LETTERS[each.state])
    .join('')

const yes: Reach = { state: 'yes', fromDay: null }

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
    ['no way to get there', { reach: { state: 'no', fromDay: null } }, 'CxxxxUUUUx'],
    ['a way there from Thursday on', { reach: { state: 'yes', fromDay: day('2026-04-09') } }, 'CxxxxUUCCx'],
    ['no way there from Thursday on', { reach: { state: 'no', fromDay: day('2026-04-09') } }, 'CxxxxCCUUx'],
    ['a way there on all days', { reach: yes }, 'CxxxxCCCCx'],
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

describe('why a day has no cover, and what is known about it', () => {
  const reasonOf = (on: string, overrides: Partial<ForecastInput>) =>
    forecastCover(overEaster(overrides)).uncovered.find((each) => each.day === on)?.why
  const factsOf = (on: string, overrides: Partial<ForecastInput>) =>
    forecastCover(overEaster(overrides)).days.find((each) => each.day === on)?.facts
  const elsewhere = [span('2026-04-03', '2026-05-06', { collectedAtServiceId: ELSEWHERE })]

  it.each<[string, string, Partial<ForecastInput>, object]>([
    [
      'the holiday is named',
      '2026-04-03',
      {},
      { state: 'closed', because: 'holiday-not-confirmed', holiday: 'Good Friday' },
    ],
    [
      'the door is named before the way there',
      '2026-04-04',
      { reach: { state: 'no', fromDay: null } },
      { state: 'closed' },
    ],
    ['before the appointment', '2026-04-03', { place: everyDay }, { because: 'before-first-appointment' }],
    ['no appointment', '2026-04-03', { place: everyDay, firstAppointment: null }, { because: 'no-appointment' }],
    ['no prescription there', '2026-04-08', { prescriptions: elsewhere }, { because: 'no-prescription' }],
    ['no way there', '2026-04-08', { reach: { state: 'no', fromDay: null } }, { because: 'not-reachable' }],
    ['hours unknown', '2026-04-08', { place: unknownHours }, { state: 'unknown', because: 'hours-unknown' }],
    ['no place', '2026-04-08', { place: { zone: london, hours: null } }, { because: 'no-dosing-point' }],
  ])('%s', (_, on, overrides, expected) => {
    expect(reasonOf(on, overrides)).toMatchObject(expected)
  })

  it.each<[string, string, Partial<ForecastInput>, object | null]>([
    ['inside', '2026-04-02', {}, null],
    [
      'a holiday nobody confirmed',
      '2026-04-03',
      {},
      { dosing: 'not-confirmed', prescription: 'unknown', reachable: 'unknown' },
    ],
    ['a weekend', '2026-04-04', { reach: yes }, { dosing: 'closed', reachable: 'yes' }],
    [
      'open',
      '2026-04-07',
      { prescriptions: [span('2026-04-07', '2026-04-07')] },
      { dosing: 'open', prescription: 'there' },
    ],
    ['lies elsewhere', '2026-04-07', { prescriptions: elsewhere }, { prescription: 'not-there' }],
    [
      'the bridging one has ended',
      '2026-04-07',
      { prescriptions: [span('2026-04-03', '2026-04-06')] },
      { prescription: 'unknown' },
    ],
    ['its last day', '2026-04-06', { prescriptions: [span('2026-04-03', '2026-04-06')] }, { prescription: 'there' }],
    ['hours unknown', '2026-04-07', { place: unknownHours }, { dosing: 'hours-unknown' }],
    ['no place', '2026-04-07', { place: { zone: london, hours: null } }, { dosing: 'no-dosing-point' }],
    [
      'yes from the next day on',
      '2026-04-07',
      { reach: { state: 'yes', fromDay: day('2026-04-08') } },
      { reachable: 'no' },
    ],
    [
      'no from the next day on',
      '2026-04-07',
      { reach: { state: 'no', fromDay: day('2026-04-08') } },
      { reachable: 'unknown' },
    ],
    [
      'nobody knows, said from a day on',
      '2026-04-07',
      { reach: { state: 'unknown', fromDay: day('2026-04-08') } },
      { reachable: 'unknown' },
    ],
  ])('the three facts: %s', (_, on, overrides, expected) => {
    if (expected === null) expect(factsOf(on, overrides)).toBeNull()
    else expect(factsOf(on, overrides)).toMatchObject(expected)
  })

  it('tells the first gap, and which days rest on an appointment alone', () => {
    const forecast = forecastCover(overEaster())
    expect(forecast.firstGap).toEqual({ from: '2026-04-03', to: '2026-04-06', days: 4 })
    expect(forecast.uncovered.map((each) => each.day)).toEqual([
      '2026-04-03',
      '2026-04-04',
      '2026-04-05',
      '2026-04-06',
      '2026-04-11',
    ])
    expect(forecast.restsOnUnknown).toEqual(['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10'])
  })

  it('rests on nothing unknown when all three facts are known', () => {
    const known = overEaster({ reach: yes, prescriptions: [span('2026-04-02', '2026-04-30')] })
    expect(forecastCover(known).restsOnUnknown).toEqual([])
    expect(forecastCover({ ...known, reach: { state: 'unknown', fromDay: null } }).restsOnUnknown).toHaveLength(4)
  })
})

describe('who is forecast', () => {
  it.each<[string, Partial<ForecastInput>, string]>([
    [
      'a supply that was planned and never issued covers nothing once the person is out',
      {
        history: released([dose('2026-04-02')]),
        plannedSupply: { from: day('2026-04-03'), to: day('2026-04-06') },
        now: new Date('2026-04-02T15:00:00Z'),
      },
      'CxxxxCCCCx',
    ],
    [
      'nor when the date passed and nobody said more',
      {
        history: history([], {
          treatment: { regimeConfirmedOn: day('2026-04-01') },
          custody: { releaseDate: day('2026-04-02'), certainty: 'confirmed' },
        }),
        plannedSupply: { from: day('2026-04-03'), to: day('2026-04-06') },
        now: new Date('2026-04-03T09:00:00Z'),
      },
      '??xxxCCCCx',
    ],
    [
      'once out, a prescription that was collected does not lapse',
      {
        history: released([dose('2026-04-02'), dose('2026-04-04', { serviceId: HERE })]),
        place: everyDay,
        prescriptions: [span('2026-04-03', '2026-04-30', { collectBy: day('2026-04-04') })],
        now: new Date('2026-04-06T15:00:00Z'),
      },
      'CUCUdCCCCC',
    ],
    [
      'and one that nobody collected does',
      {
        history: released([dose('2026-04-02')]),
        place: everyDay,
        prescriptions: [span('2026-04-03', '2026-04-30', { collectBy: day('2026-04-04') })],
        now: new Date('2026-04-06T15:00:00Z'),
      },
      'CUUUdUUUUU',
    ],
    [
      'a depot, its next injection booked on the Tuesday',
      {
        history: history([depot('2026-03-31')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
          custody: { releaseDate: day('2026-04-02') },
        }),
        now: new Date('2026-04-01T09:00:00Z'),
      },
      'CCCCCCCCCC',
    ],
    [
      'booked before the label allows the next one: it counts for nothing',
      {
        history: history([depot('2026-04-02')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
          custody: { releaseDate: day('2026-04-02') },
        }),
        firstAppointment: day('2026-04-06'),
        place: everyDay,
        days: 14,
        now: new Date('2026-04-02T09:00:00Z'),
      },
      'CCCCCCCCCCUUUU',
    ],
    [
      'booked on the first day that the label allows',
      {
        history: history([depot('2026-04-02')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
          custody: { releaseDate: day('2026-04-02') },
        }),
        firstAppointment: day('2026-04-07'),
        place: everyDay,
        days: 14,
        now: new Date('2026-04-02T09:00:00Z'),
      },
      'CCCCCCCCCCCCCC',
    ],
    [
      'a supply to take home is no depot',
      {
        history: history([depot('2026-03-24')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
          custody: { releaseDate: day('2026-04-02') },
        }),
        plannedSupply: { from: day('2026-04-03'), to: day('2026-04-06') },
        now: new Date('2026-04-01T09:00:00Z'),
      },
      'CxxxxCCCCC',
    ],
    [
      'alternate days: the last day of the supply covers the next',
      {
        history: history([], {
          treatment: { regimeConfirmedOn: day('2026-03-12'), rhythm: 'alternate-days' },
          custody: { releaseDate: day('2026-04-02') },
        }),
        plannedSupply: { from: day('2026-04-03'), to: day('2026-04-05') },
      },
      'CCCCCCCCCx',
    ],
    [
      'nothing prescribed from Wednesday on',
      {
        history: history([], {
          treatment: { regimeConfirmedOn: day('2026-03-12'), endedOn: day('2026-04-07') },
          custody: { releaseDate: day('2026-04-02') },
        }),
      },
      'CxxxxC----',
    ],
    [
      'remand, assumed to leave today',
      {
        history: {
          treatments: [treatment({ regimeConfirmedOn: day('2026-04-02') })],
          doses: [],
          custody: custody({ legalStatus: 'remand' }),
        },
        now: new Date('2026-04-02T09:00:00Z'),
      },
      'CxxxxCCCCx',
    ],
  ])('%s', (_, overrides, expected) => {
    expect(letters(overEaster(overrides))).toBe(expected)
  })

  it('changes nothing in the record that it reads', () => {
    const input = overEaster({ releaseOn: day('2026-04-09') })
    forecastCover(input)
    expect(input.history.custody.releaseDate).toBe('2026-04-02')
  })
})
