import { describe, expect, it } from 'vitest'
import { everyDay, london, released } from '../../testing/medication-easter.ts'
import { day, depot, dose, history } from '../../testing/medication-histories.ts'
import { brief, openOnSaturday, waysOverEaster as overEaster } from '../../testing/medication-ways.ts'
import { harbourPharmacy, hours } from '../../testing/places.ts'
import { type WaysInput, type WayToClose, waysToClose } from './ways-to-close.ts'

describe('which ways can be tried, and what they cost', () => {
  const wayOf = (input: WaysInput, way: WayToClose['way']) => waysToClose(input).find((each) => each.way === way)
  const outToday = (overrides: Partial<WaysInput> = {}) =>
    overEaster({
      history: released([dose('2026-04-02')]),
      releaseOn: day('2026-04-04'),
      now: new Date('2026-04-04T09:00:00Z'),
      earlierReleaseDays: [day('2026-04-04'), day('2026-04-05')],
      ...overrides,
    })

  it('nobody who is out is injected before the release, or released earlier', () => {
    expect(brief(waysToClose(outToday()))).toEqual([['bridging-supply', 0]])
  })

  it('nothing can be done about a gap that is over', () => {
    expect(waysToClose(outToday({ releaseOn: day('2026-04-02'), now: new Date('2026-04-07T09:00:00Z') }))).toEqual([])
  })

  it.each<[string, Partial<WaysInput>, object]>([
    [
      'the one that was agreed',
      { depotMedicine: 'buprenorphine-monthly-depot' },
      { medicine: 'buprenorphine-monthly-depot', injectOn: '2026-04-01', remainingGapDays: 0 },
    ],
    ['none agreed: the shortest window', {}, { medicine: 'buprenorphine-weekly-depot', remainingGapDays: 0 }],
    [
      'on the day of release when it is today',
      {
        now: new Date('2026-04-02T08:00:00Z'),
        history: history([dose('2026-04-01'), dose('2026-04-02')], { custody: { releaseDate: day('2026-04-02') } }),
      },
      { injectOn: '2026-04-02' },
    ],
  ])('a depot before the release: %s', (_, facts, expected) => {
    expect(wayOf(overEaster(facts), 'depot-before-release')).toMatchObject(expected)
  })

  it.each<[string, string, object]>([
    ['2026-02-20', 'buprenorphine-monthly-depot', { medicine: 'buprenorphine-monthly-depot', injectOn: '2026-04-01' }],
    ['2026-03-25', 'buprenorphine-weekly-depot', { medicine: 'buprenorphine-weekly-depot', injectOn: '2026-04-01' }],
    ['2026-03-28', 'buprenorphine-weekly-depot', { medicine: 'buprenorphine-weekly-depot', injectOn: '2026-04-02' }],
  ])('a depot of %s is given again from the day on which its label allows it', (givenOn, medicine, expected) => {
    const input = overEaster({
      history: history([depot(givenOn), dose('2026-03-30')], {
        treatment: { rhythm: 'depot', medicine: medicine as 'buprenorphine-weekly-depot' },
        custody: { releaseDate: day('2026-04-02') },
      }),
      firstAppointment: null,
      now: new Date('2026-03-30T09:00:00Z'),
    })
    expect(wayOf(input, 'depot-before-release')).toMatchObject(expected)
  })

  it('days that lose their cover right after the gap are counted', () => {
    const prescriptions = [
      { from: day('2026-04-13'), to: day('2026-04-30'), collectedAtServiceId: 'here', collectBy: null },
    ]
    const input = overEaster({ place: everyDay, firstAppointment: null, dosingServiceId: 'here', prescriptions })
    // The gap is the 3rd to the 12th. The injection of the 1st lasts to the 10th, and nobody is expected for another one.
    expect(brief(waysToClose(input))).toEqual([
      ['depot-before-release', 5],
      ['bridging-supply', 0],
      ['earlier-appointment', 10],
    ])
  })

  it('a place that doses later on this very day counts, one that has closed does not', () => {
    const late = {
      zone: london,
      hours: harbourPharmacy({ weekly: { open: null, dosing: { '6': [hours('10:00', '22:00')] } } }),
    }
    const on = (now: string) =>
      wayOf(
        outToday({ now: new Date(now), otherDosingPoints: [{ serviceId: 'late', place: late }] }),
        'other-dosing-point',
      )
    expect(on('2026-04-04T20:00:00Z')).toMatchObject({ openDays: ['2026-04-04'], remainingGapDays: 2 })
    expect(on('2026-04-04T21:00:00Z')).toBeUndefined()
  })

  it('an appointment that stands on the first open day cannot be earlier', () => {
    const openSaturday = { place: openOnSaturday }
    expect(
      wayOf(overEaster({ ...openSaturday, firstAppointment: day('2026-04-04') }), 'earlier-appointment'),
    ).toBeUndefined()
    expect(
      wayOf(overEaster({ ...openSaturday, firstAppointment: day('2026-04-03') }), 'earlier-appointment'),
    ).toBeUndefined()
    expect(
      wayOf(overEaster({ ...openSaturday, firstAppointment: day('2026-04-07') }), 'earlier-appointment'),
    ).toMatchObject({
      appointmentOn: '2026-04-04',
      remainingGapDays: 3,
    })
  })

  it('a depot is booked on the last open day before its window is over', () => {
    const input = overEaster({
      history: history([depot('2026-03-30')], {
        treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
        custody: { releaseDate: day('2026-04-02') },
      }),
      firstAppointment: null,
      now: new Date('2026-04-01T09:00:00Z'),
    })
    expect(wayOf(input, 'earlier-appointment')).toMatchObject({ appointmentOn: '2026-04-08', remainingGapDays: 0 })
    const shut = {
      zone: london,
      hours: harbourPharmacy({ closures: [{ from: day('2026-04-02'), to: day('2026-04-09') }] }),
    }
    expect(wayOf({ ...input, place: shut }, 'earlier-appointment')).toMatchObject({
      appointmentOn: '2026-04-10',
      remainingGapDays: 1,
    })
  })

  it('an earlier release is tried on the days that the law allows, the best first, and days before the gap count', () => {
    const shut = {
      zone: london,
      hours: harbourPharmacy({ closures: [{ from: day('2026-04-01'), to: day('2026-04-02') }] }),
    }
    const input = overEaster({
      days: 5,
      place: shut,
      earlierReleaseDays: ['2026-03-11', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03'].map((on) => day(on)),
    })
    const ways = waysToClose(input).filter((each) => each.way === 'earlier-release')
    expect(ways.map((each) => [each.releaseOn, each.remainingGapDays])).toEqual([
      ['2026-04-01', 5],
      ['2026-03-31', 6],
    ])
    const today = {
      ...input,
      now: new Date('2026-03-31T09:00:00Z'),
      history: history([dose('2026-03-31')], { custody: { releaseDate: day('2026-04-02') } }),
    }
    expect(waysToClose(today).some((each) => each.way === 'earlier-release' && each.releaseOn === '2026-03-31')).toBe(
      true,
    )
  })
})
