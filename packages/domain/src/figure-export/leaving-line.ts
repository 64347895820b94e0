import type { BarrierCode, BarrierLevel } from '../barrier/barrier-codes.ts'
import type { FigureRow } from '../continuity/continuity-report.ts'
import type { CountOutcome } from '../continuity/count-codes.ts'
import type { Curve } from '../continuity/curve/curves.ts'
import type { FlowStep } from '../continuity/flow/flow-steps.ts'
import type { ShownDetail } from '../continuity/indicator-details.ts'
import type { Indicator, LengthIndicator } from '../continuity/indicators.ts'
import type { Month } from '../continuity/report-window.ts'
import type { ShownCount } from '../continuity/small-counts.ts'
import type { LeavingBreakdown } from './leaving-figures.ts'

/** One line of the file: of which figure, which part of it, and its cells. */
export type LeavingLine = { subject: LeavingSubject; part: LeavingPart; cells: LeavingCells }

export type LeavingSubject =
  | { kind: 'figure'; indicator: Indicator | LengthIndicator }
  | { kind: 'step'; step: FlowStep | 'released' }
  | { kind: 'curve'; curve: Curve }
  | { kind: 'couples' | 'deaths' | 'barriers' }

export type LeavingPart =
  | { kind: 'whole' }
  /** `isOver`: everybody released in it has had the time of the figure. */
  | { kind: 'month'; month: Month; isOver: boolean }
  | { kind: 'prison'; name: string }
  | { kind: 'detail'; indicator: Indicator; outcome: CountOutcome; detail: ShownDetail }
  /** A code, or the name of a prison. */
  | { kind: 'group'; breakdown: LeavingBreakdown; value: string }
  /** Of a step: lost since the one before, and who is not counted at it. */
  | { kind: 'lost' | 'left-out' }
  /** Of lengths of time. */
  | { kind: 'median' | 'nine-of-ten' }
  /** Of a curve: who had it by then, were nobody to die or to go back; among all of them; and who died or went back first. */
  | { kind: 'had-it' | 'had-it-among-all' | 'left-first'; hours: number }
  | { kind: 'months'; from: Month; to: Month }
  | { kind: 'barrier'; which: BarrierCount; of: BarrierGroup }

/** All that were recorded, those that stand, those that are over. */
export type BarrierCount = 'all' | 'standing' | 'resolved'

/** A programme by its name. */
export type BarrierGroup =
  | { by: 'all' }
  | { by: 'programme'; key: string | null }
  | { by: 'code'; key: BarrierCode }
  | { by: 'level'; key: BarrierLevel }

/** A number, that it is not shown, or that not so many have come to an end. What is left out is not of this line. */
export type LeavingCell = ShownCount | 'open'

export type LeavingCells = Partial<Record<(typeof LEAVING_COLUMNS)[number], LeavingCell>> & {
  /** In what `value`, and of lengths and curves their medians’ edges, are. */
  unit?: LeavingUnit
}
export const LEAVING_UNITS = ['hours', 'days', 'people'] as const
export type LeavingUnit = (typeof LEAVING_UNITS)[number]

/** The numbers of a line, in the order of the file. Shares are from 0 to 1. */
export const LEAVING_COLUMNS = ['counted', 'met', 'notMet', 'unknown', 'share', 'lower', 'upper', 'value'] as const

/** Nobody has no share; a share that may not be told says so. */
export function rateCells(rate: FigureRow['rate']): LeavingCells {
  if (rate.kind === 'nobody') return {}
  if (rate.kind !== 'rate') return { share: 'hidden' }
  return { share: rate.share, lower: rate.interval.lower, upper: rate.interval.upper }
}
