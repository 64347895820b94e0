import { describe, expect, it } from 'vitest'
import { everyDay, london, released } from '../../testing/medication-easter.ts'
import { day, depot, dose, history, takeHome } from '../../testing/medication-histories.ts'
import { brief, openOnSaturday, waysOverEaster as overEaster } from '../../testing/medication-ways.ts'
import { EVERY_DAY, harbourPharmacy } from '../../testing/places.ts'
import { type WaysInput, waysToClose } from './ways-to-close.ts'

const onDepot = (from: string, facts: Partial<WaysInput> = {}) =>
  overEaster({
    history: history([depot(from)], {
      treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
      custody: { releaseDate: day('2026-04-02') },
    }),
    now: new Date('2026-04-01T09:00:00Z'),
    ...facts,
  })

describe('the ways to close a gap, in order (rule DOSE-10)', () => {
  it('Easter: a depot or a supply leaves nothing, Saturday elsewhere three days, an earlier release more', () => {
    const ways = waysToClose(
      overEaster({
        otherDosingPoints: [
          { serviceId: 'open-on-saturday', place: openOnSaturday },
          { serviceId: 'open-always', place: everyDay },
          { serviceId: 'never-open', place: { zone: london, hours: null } },
        ],
        earlierReleaseDays: [day('2026-04-01'), day('2026-03-31')],
      }),
    )
    expect(ways).toEqual([
      {
        way: 'depot-before-release',
        condition: 'clinically-agreed',
        medicine: 'buprenorphine-weekly-depot',
        injectOn: '2026-04-01',
        remainingGapDays: 0,
      },
      { way: 'bridging-supply', supply: { from: '2026-04-03', to: '2026-04-06' }, remainingGapDays: 0 },
      {
        way: 'other-dosing-point',
        serviceId: 'open-always',
        openDays: ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'],
        remainingGapDays: 0,
      },
      { way: 'other-dosing-point', serviceId: 'open-on-saturday', openDays: ['2026-04-04'], remainingGapDays: 3 },
      {
        way: 'earlier-release',
        condition: 'law-allows',
        releaseOn: '2026-04-01',
        appointmentOn: '2026-04-02',
        remainingGapDays: 4,
      },
      {
        way: 'earlier-release',
        condition: 'law-allows',
        releaseOn: '2026-03-31',
        appointmentOn: '2026-04-01',
        remainingGapDays: 4,
      },
    ])
  })

  it.each<[string, WaysInput, [string, number][]]>([
    ['no gap, nothing to close', overEaster({ place: everyDay, firstAppointment: day('2026-04-03') }), []],
    [
      'open on every day: the appointment alone closes it',
      overEaster({ place: everyDay }),
      [
        ['depot-before-release', 0],
        ['bridging-supply', 0],
        ['earlier-appointment', 0],
      ],
    ],
    [
      'nothing booked at all',
      overEaster({ place: everyDay, firstAppointment: null }),
      [
        ['depot-before-release', 5],
        ['bridging-supply', 0],
        ['earlier-appointment', 0],
      ],
    ],
    [
      'an appointment on Saturday at the earliest leaves Friday',
      overEaster({ place: { zone: london, hours: harbourPharmacy({ weekly: { open: null, dosing: EVERY_DAY } }) } }),
      [
        ['depot-before-release', 0],
        ['bridging-supply', 0],
        ['earlier-appointment', 2],
      ],
    ],
    [
      'no way there: an appointment alone does not help',
      overEaster({ place: everyDay, reach: { state: 'no', fromDay: null }, firstAppointment: null }),
      [
        ['depot-before-release', 5],
        ['bridging-supply', 0],
        ['earlier-appointment', 13],
      ],
    ],
    [
      'once out: a supply for the days still to come',
      overEaster({
        history: released([dose('2026-04-02')]),
        releaseOn: day('2026-04-02'),
        now: new Date('2026-04-04T09:00:00Z'),
      }),
      [['bridging-supply', 1]],
    ],
    [
      'once out, on the last day of the gap, the place open',
      overEaster({
        history: released([dose('2026-04-02'), takeHome('2026-04-03', '2026-04-05')]),
        place: everyDay,
        now: new Date('2026-04-06T19:00:00Z'),
      }),
      [['bridging-supply', 0]],
    ],
    [
      'a depot is not carried home',
      onDepot('2026-03-24', { firstAppointment: null }),
      [
        ['depot-before-release', 5],
        ['earlier-appointment', 4],
      ],
    ],
    [
      'a depot that the label does not allow before the release',
      onDepot('2026-03-30', { firstAppointment: null }),
      [['earlier-appointment', 0]],
    ],
    [
      'remand, leaves today: injected today, or seen on each weekday',
      overEaster({ releaseOn: day('2026-03-12'), firstAppointment: null, now: new Date('2026-03-12T09:00:00Z') }),
      [
        ['depot-before-release', 4],
        ['bridging-supply', 0],
        ['earlier-appointment', 4],
      ],
    ],
  ])('%s', (_, input, expected) => {
    expect(brief(waysToClose(input))).toEqual(expected)
  })
})
