import type { Category } from '../access/access-codes.ts'
import type { BarrierCode, BarrierLevel } from '../barrier/barrier-codes.ts'
import type { BarrierLine } from '../barrier/barrier-report.ts'
import { CURVE_TABLE, type Curve } from '../continuity/curve/curves.ts'
import type { ShownCurve } from '../continuity/curve/show-curves.ts'
import type { Deaths } from '../continuity/flow/count-deaths.ts'
import type { FlowStepRow } from '../continuity/flow/flow-report.ts'
import { CATEGORY_OF_STEP } from '../continuity/flow/flow-steps.ts'
import { CATEGORY_OF_INDICATOR } from '../continuity/indicator-categories.ts'
import type { LengthIndicator } from '../continuity/indicators.ts'
import type { ShownCount } from '../continuity/small-counts.ts'
import type { ToldLengths } from '../continuity/tell-lengths.ts'

/** What the other pages of figures say, as it leaves: the same rules, and ten in place of five (rule FIG-7). */
export type LeavingBeside = {
  /** Everybody, step by step. */
  flow: { released: ShownCount; steps: FlowStepRow[] }
  /** Turned away because a programme takes no couples: all together (null), and by the name of a prison. Empty where it is not told. */
  couples: { prison: string | null; refused: ShownCount }[]
  lengths: ({ indicator: LengthIndicator } & ToldLengths)[]
  /** Everybody together. Null: too few. */
  curves: { curve: Curve; shown: ShownCurve | null }[]
  /** Of a region alone; empty elsewhere. */
  deaths: Deaths[]
  /** Of the last twelve months; null to those to whom barriers are not told. */
  barriers: LeavingBarriers | null
}

/** Programmes by name; null is every programme that is not in the directory, and barriers that are nobody’s. */
export type LeavingBarriers = {
  total: BarrierLine<'all'>
  byProgramme: BarrierLine<string | null>[]
  byCode: BarrierLine<BarrierCode>[]
  byLevel: BarrierLine<BarrierLevel>[]
}

/** The kinds of information that these are counted from. That somebody was turned away as one of two tells that there are two. */
export function carriedBeside({ flow, couples, lengths, curves, deaths, barriers }: LeavingBeside): Category[] {
  return [
    'release',
    ...flow.steps.map(({ step }) => CATEGORY_OF_STEP[step]),
    ...couples.map((): Category => 'partner'),
    ...lengths.map(({ indicator }) => CATEGORY_OF_INDICATOR[indicator]),
    ...curves.map(({ curve }) => CURVE_TABLE[curve].category),
    ...deaths.map((): Category => 'release'),
    ...(barriers === null ? [] : (['partner'] as const)),
  ]
}
