import type { Indicator, LengthIndicator } from '../continuity/indicators.ts'
import type { Month } from '../continuity/report-window.ts'
import type { FigureAnnotationKind } from './figure-annotation-codes.ts'

/** An annotation that stands. */
export type FigureAnnotation = {
  id: string
  kind: FigureAnnotationKind
  indicator: Indicator | null
  month: Month
  name: string
  note: string | null
  percent: number | null
}

/** What a chart of these months bears. */
export type AnnotationsOfFigure<One extends FigureAnnotation> = {
  /** Of one month each, by month. */
  happenings: One[]
  /** Where new limits begin, by month: places in the months, and what was written. */
  newLimits: { place: number; annotation: One }[]
  /** The share aimed at in the last of the months; null where nobody set one. */
  target: { share: number; annotation: One } | null
}

/**
 * Which of the annotations belong on the chart of this figure over these months, and what do they do to it (rule FIG-9)?
 *
 * New limits count from the month named, also where that month is not shown; those before the first month change nothing
 * that is on the chart. Of several targets the latest by month holds, and of one month the one written last.
 *
 * @param annotations those that stand, in the order in which they were written
 */
export function annotationsOfFigure<One extends FigureAnnotation>(
  annotations: readonly One[],
  indicator: Indicator | LengthIndicator,
  months: readonly Month[],
): AnnotationsOfFigure<One> {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const mine = annotations
    .filter((each) => each.indicator === null || each.indicator === indicator)
    .toSorted((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0))
  const within = mine.filter(({ month }) => first <= month && month <= last)
  const target = mine.findLast(({ kind, month }) => kind === 'target' && month <= last)
  return {
    happenings: within.filter(({ kind }) => kind === 'happening'),
    newLimits: within
      .filter(({ kind, month }) => kind === 'new-limits' && month > first)
      .flatMap((annotation) => {
        const place = months.indexOf(annotation.month)
        return place === -1 ? [] : [{ place, annotation }]
      }),
    target: target?.percent ? { share: target.percent / 100, annotation: target } : null,
  }
}
