import { describe, expect, it } from 'vitest'
import { easter, everyDay, released } from '../../testing/medication-easter.ts'
import { day, dose, history, takeHome } from '../../testing/medication-histories.ts'
import type { ClosedReason } from '../calendar/opening-hours.ts'
import { addDays } from '../calendar/plain-date.ts'
import { doseSentence } from './dose-sentence.ts'
import { doseStrip, type StripInput } from './dose-strip.ts'
import type { StripState } from './strip-state.ts'

describe('which days make one part of the sentence', () => {
  const closed = (because: ClosedReason, holiday: string | null) => ({ state: 'closed', because, holiday }) as const
  const uncovered = { state: 'uncovered', because: 'no-dose-recorded' } as const
  const unknown = { state: 'unknown', because: 'hours-unknown' } as const

  it.each<[string, StripState[], number[]]>([
    ['one reason', [uncovered, uncovered, uncovered], [3]],
    [
      'two holidays in a row',
      [closed('holiday-not-confirmed', 'Christmas'), closed('holiday-not-confirmed', 'Boxing Day')],
      [1, 1],
    ],
    [
      'the same holiday, said in two ways',
      [closed('holiday-not-confirmed', 'Christmas'), closed('said-closed', 'Christmas')],
      [1, 1],
    ],
    ['a weekend', [closed('weekly-hours', null), closed('weekly-hours', null)], [2]],
    ['closed, then open and nobody came', [closed('weekly-hours', null), uncovered], [1, 1]],
    ['open, then closed', [uncovered, closed('weekly-hours', null)], [1, 1]],
    ['not known, then nobody came', [unknown, uncovered], [1, 1]],
  ])('%s', (_, states, sizes) => {
    const strip = states.map((state, index) => ({
      ...state,
      day: addDays(day('2026-12-24'), index),
      fromRelease: index,
    }))
    const found = doseSentence(strip, day('2026-12-20'), null)
    expect(found.kind === 'gap' && found.parts.map(({ days }) => days.length)).toEqual(sizes)
  })
})

describe('the sentence under the strip (rule DOSE-7)', () => {
  const sentence = (input: StripInput, today: string) =>
    doseSentence(doseStrip(input), day(today), input.firstAppointment)

  it('Easter 2026 in words', () => {
    expect(sentence(easter(), '2026-03-12')).toEqual({
      kind: 'gap',
      coveredTo: '2026-04-02',
      days: ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'],
      parts: [
        { days: ['2026-04-03'], why: { state: 'closed', because: 'holiday-not-confirmed', holiday: 'Good Friday' } },
        { days: ['2026-04-04', '2026-04-05'], why: { state: 'closed', because: 'weekly-hours', holiday: null } },
        { days: ['2026-04-06'], why: { state: 'closed', because: 'holiday-not-confirmed', holiday: 'Easter Monday' } },
      ],
      coveredAgainFrom: '2026-04-07',
      isDueToday: false,
      nextAppointment: '2026-04-07',
    })
  })

  it.each<[string, StripInput, string, object]>([
    [
      'closed by take-home: the next gap is the next weekend',
      easter({
        history: released([dose('2026-04-02'), takeHome('2026-04-03', '2026-04-06')]),
        now: new Date('2026-04-03T09:00:00Z'),
      }),
      '2026-04-03',
      { kind: 'gap', coveredTo: '2026-04-10', days: ['2026-04-11', '2026-04-12'] },
    ],
    [
      'days for different reasons are different parts',
      easter({
        history: released([
          dose('2026-04-02'),
          dose('2026-04-03', { outcome: 'declined' }),
          dose('2026-04-04', { outcome: 'withheld' }),
          dose('2026-04-05', { outcome: 'withheld' }),
        ]),
        now: new Date('2026-04-07T09:00:00Z'),
      }),
      '2026-04-07',
      {
        parts: [
          { days: ['2026-04-03'], why: { state: 'uncovered', because: 'declined' } },
          { days: ['2026-04-04', '2026-04-05'], why: { state: 'uncovered', because: 'withheld' } },
          { days: ['2026-04-06'], why: { state: 'closed', holiday: 'Easter Monday' } },
        ],
      },
    ],
    [
      'a gap that ended with a dose is history',
      easter({ history: released([dose('2026-04-02'), dose('2026-04-07')]), now: new Date('2026-04-07T17:00:00Z') }),
      '2026-04-07',
      { kind: 'gap', coveredTo: '2026-04-10', days: ['2026-04-11', '2026-04-12'] },
    ],
    [
      'the gap that is going on, with today still open',
      easter({ history: released([dose('2026-04-02')]), now: new Date('2026-04-07T09:00:00Z') }),
      '2026-04-07',
      {
        kind: 'gap',
        coveredTo: '2026-04-02',
        isDueToday: true,
        coveredAgainFrom: '2026-04-08',
        nextAppointment: '2026-04-07',
      },
    ],
    [
      'covered throughout',
      easter({ place: everyDay, firstAppointment: day('2026-04-03') }),
      '2026-03-12',
      { kind: 'no-gap', coveredTo: '2026-04-16', nextAppointment: '2026-04-03' },
    ],
    [
      'nothing covered before',
      easter({ history: released([]), now: new Date('2026-04-03T09:00:00Z') }),
      '2026-04-03',
      { kind: 'gap', coveredTo: null },
    ],
    [
      'to the end of the strip',
      easter({ firstAppointment: null }),
      '2026-03-12',
      { kind: 'gap', coveredAgainFrom: null, nextAppointment: null, parts: { length: 6 } },
    ],
    [
      'an appointment that has passed is not the next',
      easter({ firstAppointment: day('2026-03-11') }),
      '2026-03-12',
      { nextAppointment: null },
    ],
    ['no treatment', easter({ history: { ...history([]), treatments: [] } }), '2026-03-12', { kind: 'not-prescribed' }],
    [
      'no treatment, came into custody two days ago',
      easter({
        history: {
          ...history([], { custody: { admittedOn: day('2026-03-10'), legalStatus: 'remand' } }),
          treatments: [],
        },
      }),
      '2026-03-12',
      { kind: 'not-prescribed' },
    ],
  ])('%s', (_, input, today, expected) => {
    expect(sentence(input, today)).toMatchObject(expected)
  })
})
