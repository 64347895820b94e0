import { type FigureColumn, rowOf } from '../figure-tables.ts'
import { flowMeasure, RELEASED_MEASURE } from '../flow/flow-steps.ts'
import type { ShownFigures } from '../show-figures.ts'
import type { Curve } from './curves.ts'

/** The counts of the figures that tell how many a curve waits for, or part of it. */
const COUNTED_WITH: Record<Curve, readonly string[]> = {
  'first-dose': [flowMeasure('dosed')],
  'first-contact': [],
  'treatment-start': [flowMeasure('in-treatment')],
  acknowledgement: [],
}

/** Exact counts of the figures between which the people of a curve lie: all of the one are among them, and they among all of the other. */
export type PeopleBetween = { least: number; most: number }

/** Of the first dose: those below the line of the figure wait for it, and are on treatment among those released. */
export function peopleBetween(
  shown: Pick<ShownFigures, 'count'>,
  curve: Curve,
  { breakdown, value }: { breakdown: string; value: string },
): PeopleBetween {
  if (curve !== 'first-dose') return { least: 0, most: Number.POSITIVE_INFINITY }
  const row = rowOf({ breakdown, value, month: null })
  const [counted, released] = [
    shown.count(row, flowMeasure('dosed'), 'counted'),
    shown.count(row, RELEASED_MEASURE, 'released'),
  ]
  return {
    least: counted === 'hidden' ? 0 : counted,
    most: released === 'hidden' ? Number.POSITIVE_INFINITY : released,
  }
}

/**
 * Whether the figures tell of this group what its curve tells as well (rule FIG-7), exactly or in fives: everybody released in it, and of
 * a curve of treatment those below the line of the figure of the same event. A group that they hide is not told on a curve either.
 */
export function isToldByFigures(
  shown: Pick<ShownFigures, 'count' | 'about'>,
  curve: Curve,
  { breakdown, value }: { breakdown: string; value: string },
): boolean {
  const row = rowOf({ breakdown, value, month: null })
  const isTold = (measure: string, column: FigureColumn) =>
    shown.count(row, measure, column) !== 'hidden' || shown.about(row, measure, column) !== null
  return isTold(RELEASED_MEASURE, 'released') && COUNTED_WITH[curve].every((measure) => isTold(measure, 'counted'))
}
