import { describe, expect, it } from 'vitest'
import { everyDay, london, released, unknownHours } from '../../testing/medication-easter.ts'
import { ELSEWHERE, HERE, letters, NOT_REACHED, overEaster, REACHED, span } from '../../testing/medication-forecast.ts'
import { day, depot, dose, history } from '../../testing/medication-histories.ts'
import { type ForecastInput, forecastCover } from './forecast.ts'

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
    ['the door is named before the way there', '2026-04-04', { reach: NOT_REACHED }, { state: 'closed' }],
    ['before the appointment', '2026-04-03', { place: everyDay }, { because: 'before-first-appointment' }],
    ['no appointment', '2026-04-03', { place: everyDay, firstAppointment: null }, { because: 'no-appointment' }],
    ['no prescription there', '2026-04-08', { prescriptions: elsewhere }, { because: 'no-prescription' }],
    ['no way there', '2026-04-08', { reach: NOT_REACHED }, { because: 'not-reachable' }],
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
    ['a weekend', '2026-04-04', { reach: REACHED }, { dosing: 'closed', reachable: 'yes' }],
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
    const known = overEaster({ reach: REACHED, prescriptions: [span('2026-04-02', '2026-04-30')] })
    expect(forecastCover(known).restsOnUnknown).toEqual([])
    expect(forecastCover({ ...known, reach: { state: 'unknown', fromDay: null } }).restsOnUnknown).toHaveLength(4)
  })
})

describe('a prescription that has to be collected by a day', () => {
  const collected = (facts: Partial<ForecastInput>) =>
    letters(overEaster({ place: everyDay, firstAppointment: null, days: 6, ...facts }))
  const by = (on: string) => [span('2026-04-03', '2026-04-30', { collectBy: day(on) })]
  const out = (...doses: Parameters<typeof released>[0]) => ({
    history: released([dose('2026-04-02'), ...doses]),
    now: new Date('2026-04-06T09:00:00Z'),
  })

  it.each<[string, Partial<ForecastInput>, string]>([
    ['by a day on which it can be', { prescriptions: by('2026-04-03') }, 'CCCCCC'],
    ['by a day before it holds', { prescriptions: by('2026-04-02') }, 'CUUUUU'],
    [
      'no way there up to that day',
      { prescriptions: by('2026-04-04'), reach: { state: 'yes', fromDay: day('2026-04-05') } },
      'CUUUUU',
    ],
    [
      'a way there on that day',
      { prescriptions: by('2026-04-05'), reach: { state: 'yes', fromDay: day('2026-04-05') } },
      'CUUCCC',
    ],
    ['today, and there is time', { prescriptions: by('2026-04-06'), ...out() }, 'CUUUdC'],
    [
      'today, after the last dosing hour',
      { prescriptions: by('2026-04-06'), ...out(), now: new Date('2026-04-06T16:00:00Z') },
      'CUUUUU',
    ],
    [
      'a dose there shows it',
      { prescriptions: by('2026-04-05'), ...out(dose('2026-04-05', { serviceId: HERE })) },
      'CUUCdC',
    ],
    [
      'on the first day of it too',
      { prescriptions: by('2026-04-03'), ...out(dose('2026-04-03', { serviceId: HERE })) },
      'CCUUdC',
    ],
    [
      'a dose elsewhere shows nothing',
      { prescriptions: by('2026-04-05'), ...out(dose('2026-04-05', { kind: 'take-home', outcome: 'issued' })) },
      'CUUCdU',
    ],
    [
      'nor one before it',
      {
        prescriptions: [span('2026-04-04', '2026-04-30', { collectBy: day('2026-04-05') })],
        ...out(dose('2026-04-03', { serviceId: HERE, kind: 'take-home', outcome: 'issued' })),
      },
      'CCUUdU',
    ],
    [
      'nor one declined there',
      { prescriptions: by('2026-04-05'), ...out(dose('2026-04-05', { serviceId: HERE, outcome: 'declined' })) },
      'CUUUdU',
    ],
  ])('%s', (_, facts, expected) => {
    expect(collected(facts)).toBe(expected)
  })

  it.each<[string, string, string]>([
    ['to the day before', '2026-04-06', 'unknown'],
    ['to the day of it', '2026-04-07', 'unknown'],
    ['to the day after', '2026-04-08', 'not-there'],
  ])('one that lasts %s of the first appointment: the ninth is %s', (_, to, expected) => {
    const { days } = forecastCover(
      overEaster({ prescriptions: [span('2026-04-03', '2026-04-04'), span('2026-04-05', to)] }),
    )
    expect(days.find((each) => each.day === '2026-04-09')?.facts?.prescription).toBe(expected)
  })

  it('one that lies elsewhere and no appointment: the appointment is what is missing', () => {
    const elsewhere = [span('2026-04-03', '2026-05-06', { collectedAtServiceId: ELSEWHERE })]
    const { uncovered } = forecastCover(
      overEaster({ place: everyDay, firstAppointment: null, prescriptions: elsewhere }),
    )
    expect(uncovered[0]?.why).toEqual({ state: 'uncovered', because: 'no-appointment' })
  })

  it('a depot whose window is over asks for an appointment', () => {
    const input = overEaster({
      history: history([depot('2026-03-28')], {
        treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
        custody: { releaseDate: day('2026-04-02') },
      }),
      place: everyDay,
      firstAppointment: day('2026-04-01'),
      now: new Date('2026-04-02T09:00:00Z'),
    })
    expect(forecastCover(input).uncovered[0]).toEqual({
      day: '2026-04-07',
      why: { state: 'uncovered', because: 'no-appointment' },
    })
  })
})
