import { describe, expect, it } from 'vitest'
import { annotationsOfFigure, type FigureAnnotation } from './annotations-of-figure.ts'

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04']
const written = (name: string, more: Partial<FigureAnnotation>): FigureAnnotation => ({
  id: name,
  kind: 'happening',
  indicator: null,
  month: '2026-02',
  name,
  note: null,
  percent: null,
  ...more,
})
const on = (...annotations: FigureAnnotation[]) => annotationsOfFigure(annotations, 'dose-within-48-hours', MONTHS)
const target = (name: string, month: string, percent: number) =>
  written(name, { kind: 'target', indicator: 'dose-within-48-hours', month, percent })

describe('what a chart bears', () => {
  it('is what was written of it or of all charts, within its months, by month', () => {
    const { happenings } = on(
      written('all', { month: '2026-03' }),
      written('own', { indicator: 'dose-within-48-hours' }),
      written('other', { indicator: 'first-night-bed' }),
      written('before', { month: '2025-12' }),
      written('after', { month: '2026-05' }),
    )
    expect(happenings.map(({ name }) => name)).toEqual(['own', 'all'])
  })

  it('is new limits from a month on, and none from the first or from before it', () => {
    const { newLimits } = on(
      written('first', { kind: 'new-limits', month: '2026-01' }),
      written('before', { kind: 'new-limits', month: '2025-12' }),
      written('later', { kind: 'new-limits', month: '2026-04' }),
      written('then', { kind: 'new-limits', month: '2026-03' }),
    )
    expect(newLimits.map(({ place, annotation }) => [place, annotation.name])).toEqual([
      [2, 'then'],
      [3, 'later'],
    ])
  })

  it.each([
    ['none', [], null],
    ['the one before the chart begins', [target('a', '2025-06', 70)], 0.7],
    ['the latest by month', [target('b', '2026-03', 80), target('a', '2026-01', 70)], 0.8],
    ['of one month the last that was written', [target('a', '2026-01', 70), target('b', '2026-01', 75)], 0.75],
    ['none that begins after the chart', [target('a', '2026-05', 70)], null],
  ])('is a target: %s', (_, annotations, share) => {
    expect(on(...annotations).target?.share ?? null).toBe(share)
  })
})
