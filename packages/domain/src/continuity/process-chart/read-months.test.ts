import { describe, expect, it } from 'vitest'
import type { FigureAnnotation } from '../../figure-annotation/annotations-of-figure.ts'
import type { FigureRow } from '../continuity-report.ts'
import { rateOf } from '../rate.ts'
import { isMonthOver } from '../report-window.ts'
import { type MonthsOfFigure, readLengthMonths, readMonths } from './read-months.ts'

describe('a month is over for a figure when everybody released in it has had its time', () => {
  it.each([
    ['48 hours', 2, '2026-05-03T23:59:59Z', false],
    ['48 hours and the day that is waited for', 2, '2026-05-04T00:00:00Z', true],
    ['a figure that ends at the gate', 0, '2026-05-01T23:59:59Z', false],
    ['a figure that ends at the gate, a day later', 0, '2026-05-02T00:00:00Z', true],
    ['three weeks', 21, '2026-05-22T23:59:59Z', false],
    ['three weeks and a day', 21, '2026-05-23T00:00:00Z', true],
  ])('%s (%i days), counted at %s: %s', (_case, days, countedAt, expected) => {
    expect(isMonthOver('2026-04', days, countedAt)).toBe(expected)
  })

  it('of a December in January', () => {
    expect([
      isMonthOver('2025-12', 2, '2026-01-03T12:00:00Z'),
      isMonthOver('2025-12', 2, '2026-01-04T12:00:00Z'),
    ]).toEqual([false, true])
  })
})

const row = (met: number, counted: number): FigureRow => ({
  met,
  notMet: 0,
  unknown: counted - met,
  counted,
  rate: rateOf({ met, denominator: counted }),
})
const MONTHS = [
  '2025-03',
  '2025-04',
  '2025-05',
  '2025-06',
  '2025-07',
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
]
/** Ten months of 36 or 37 in 40, and then 8 in 40. */
const FIGURE: MonthsOfFigure = {
  indicator: 'dose-within-48-hours',
  byMonth: [
    ...MONTHS.map((month, place) => ({ month, ...row(36 + (place % 2), 40) })),
    { month: '2026-01', ...row(8, 40) },
  ],
  from: '2025-03',
  to: '2026-01',
  countedAt: '2026-02-10T09:00:00Z',
}
const NEW_LIMITS: FigureAnnotation & { withdrawnAt: string | null } = {
  id: 'one',
  kind: 'new-limits',
  indicator: null,
  month: '2025-06',
  name: 'A second nurse',
  note: 'From 1 June.',
  percent: null,
  withdrawnAt: null,
}

describe('what the months of a figure say (rule FIG-9)', () => {
  it('the last month stands out once it is over', () => {
    expect(readMonths(FIGURE, [], 'proportions').reading.variation).toBe('concern')
  })

  it('a month that is not over is shown, is no point of the limits, and says nothing', () => {
    const read = readMonths({ ...FIGURE, countedAt: '2026-02-02T09:00:00Z' }, [], 'proportions')
    expect(read.months.at(-1)).toMatchObject({ month: '2026-01', isOver: false, row: { met: 8 } })
    expect([read.chart.points.at(-1), read.reading.variation]).toEqual([null, 'common-cause'])
    const before = readMonths({ ...FIGURE, byMonth: FIGURE.byMonth.slice(0, -1) }, [], 'proportions')
    expect(read.chart.points.slice(0, -1)).toEqual(before.chart.points)
  })

  it('a figure of three weeks waits longer than one of two days', () => {
    const slow = { ...FIGURE, indicator: 'treatment-within-21-days', countedAt: '2026-02-22T09:00:00Z' } as const
    expect(readMonths(slow, [], 'proportions').months.map(({ isOver }) => isOver)).toEqual([
      ...MONTHS.map(() => true),
      false,
    ])
  })

  it.each(['proportions', 'individuals'] as const)(
    'the limits are the same whichever months are looked at (%s)',
    (limits) => {
      const whole = readMonths(FIGURE, [NEW_LIMITS], limits)
      const part = readMonths({ ...FIGURE, from: '2025-11' }, [NEW_LIMITS], limits)
      expect(part.months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01'])
      expect(part.chart.points).toEqual(whole.chart.points.slice(-3))
      expect(part.reading).toEqual(whole.reading)
    },
  )

  it('new limits that begin before the months looked at hold in them, and are not written on them', () => {
    const part = readMonths({ ...FIGURE, from: '2025-11' }, [NEW_LIMITS], 'proportions')
    expect(part.written.newLimits).toEqual([])
    expect(part.chart.segments).toEqual([{ from: 0, points: 8, isTrial: true }])
    expect(readMonths(FIGURE, [NEW_LIMITS], 'proportions').chart.segments.map(({ from }) => from)).toEqual([0, 3])
  })

  it.each(['new-limits', 'happening', 'target'] as const)(
    'what was withdrawn is on no chart and moves no limits (%s)',
    (kind) => {
      const gone = { ...NEW_LIMITS, kind, percent: kind === 'target' ? 80 : null, indicator: FIGURE.indicator }
      const stands = readMonths(FIGURE, [gone], 'proportions')
      const withdrawn = readMonths(FIGURE, [{ ...gone, withdrawnAt: '2026-02-01T09:00:00Z' }], 'proportions')
      expect(withdrawn).toEqual(readMonths(FIGURE, [], 'proportions'))
      expect(stands).not.toEqual(withdrawn)
    },
  )

  it('fewer than thirteen points are trial limits, and it says so', () => {
    expect(readMonths(FIGURE, [], 'proportions').isTrial).toBe(true)
    const byMonth = [
      ...['2024-12', '2025-01', '2025-02'].map((month) => ({ month, ...row(36, 40) })),
      ...FIGURE.byMonth,
    ]
    expect(readMonths({ ...FIGURE, byMonth }, [], 'proportions').isTrial).toBe(false)
  })

  it('of no months it reads nothing', () => {
    const none = readMonths({ ...FIGURE, byMonth: [] }, [], 'proportions')
    expect([none.months, none.reading.variation, none.isTrial]).toEqual([[], 'unknown', false])
  })
})

describe('what the months of a length of time say (rules FIG-9 and FIG-14)', () => {
  const median = (estimate: number | null) => ({ state: 'shown', estimate, about: 40, open: 0 }) as const
  const lengths = (last: number | null, countedAt = '2026-03-10T09:00:00Z') =>
    readLengthMonths(
      {
        ...FIGURE,
        indicator: 'hours-to-acknowledge',
        byMonth: [
          ...MONTHS.map((month, place) => ({ month, ...median(10 + (place % 2)) })),
          { month: '2026-01', ...median(last) },
        ],
        countedAt,
      },
      [],
    )

  it.each([
    ['longer than chance makes it', 30, 'concern'],
    ['shorter', 2, 'improvement'],
    ['as before', 10, 'common-cause'],
  ])('%s', (_, last, variation) => {
    expect(lengths(last).reading).toEqual({ variation, assurance: 'no-target' })
  })

  it('by hand: ten months of 10 and 11 in turn differ by 1, so that the limits are 2.66 from their mean', () => {
    const points = lengths(10).chart.points
    // Eleven values: mean 115/11; ten ranges of 1 each.
    expect(points[0]?.centre).toBeCloseTo(115 / 11, 9)
    expect((points[0]?.upper ?? 0) - (points[0]?.centre ?? 0)).toBeCloseTo(2.66, 9)
  })

  it('a month in which not half have come to an end, of few, or whose two weeks are not over is a gap and never a zero', () => {
    expect(lengths(null).chart.points.at(-1)).toBeNull()
    expect(lengths(30, '2026-02-14T09:00:00Z').chart.points.at(-1)).toBeNull()
    const few = { ...FIGURE, indicator: 'hours-to-acknowledge', byMonth: [{ month: '2026-01', state: 'few' }] } as const
    expect(readLengthMonths(few, []).chart.points).toEqual([null])
  })
})
