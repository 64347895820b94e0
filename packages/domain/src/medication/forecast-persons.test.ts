import { describe, expect, it } from 'vitest'
import { everyDay, released } from '../../testing/medication-easter.ts'
import { HERE, letters, overEaster, span } from '../../testing/medication-forecast.ts'
import { custody, day, depot, dose, history, takeHome, treatment } from '../../testing/medication-histories.ts'
import { type ForecastInput, forecastCover } from './forecast.ts'

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
      'somebody who was dosed there needs no appointment',
      {
        history: released([dose('2026-04-02'), dose('2026-04-04')]),
        place: everyDay,
        firstAppointment: null,
        now: new Date('2026-04-04T15:00:00Z'),
      },
      'CUCCCCCCCC',
    ],
    [
      'somebody who only carried doses home does',
      {
        history: released([dose('2026-04-02'), takeHome('2026-04-03', '2026-04-04')]),
        place: everyDay,
        firstAppointment: null,
        now: new Date('2026-04-04T15:00:00Z'),
      },
      'CCCUUUUUUU',
    ],
    [
      'from doses by mouth to a depot: only an injection makes the label wait',
      {
        history: {
          treatments: [
            treatment({ endedOn: day('2026-04-06') }),
            treatment({
              id: 'two',
              startedOn: day('2026-04-07'),
              rhythm: 'depot',
              medicine: 'buprenorphine-weekly-depot',
            }),
          ],
          doses: [dose('2026-04-02'), dose('2026-04-06')],
          custody: custody({ outOn: day('2026-04-02') }),
        },
        days: 12,
        now: new Date('2026-04-06T15:00:00Z'),
      },
      'CxxxCCCCCCCC',
    ],
    [
      'two injections: the label waits from the last one',
      {
        history: history([depot('2026-03-24'), depot('2026-04-03')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
          custody: { outOn: day('2026-04-02') },
        }),
        place: everyDay,
        days: 14,
        now: new Date('2026-04-04T15:00:00Z'),
      },
      'CCCCCCCCCCCUUU',
    ],
    [
      'a depot of which no window is known holds its own day',
      {
        history: history([], {
          treatment: { rhythm: 'depot', medicine: 'other', regimeConfirmedOn: day('2026-03-12') },
          custody: { releaseDate: day('2026-04-02') },
        }),
        place: everyDay,
        now: new Date('2026-04-02T09:00:00Z'),
      },
      '?UUUUCUUUU',
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
