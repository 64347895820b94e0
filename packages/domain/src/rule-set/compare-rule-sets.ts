import type { PlainDate } from '../calendar/plain-date.ts'
import { DEADLINE_STEPS, type DeadlineStep } from '../deadline-rule/deadline-body.ts'
import type { RuleSet } from './rule-set.ts'
import { BAND_GROUPS, type BandGroup, type BandState, type DepotWindow } from './rule-set-body.ts'
import { DEPOT_MEDICINES, type DepotMedicine } from './rule-set-codes.ts'

/** What a line of the side by side is about. */
export type ComparedField =
  | { field: 'band'; fromDays: number; appliesTo: BandGroup }
  /** `isFirst`: after the first injection of the product. */
  | { field: 'window'; medicine: DepotMedicine; day: keyof DepotWindow; isFirst: boolean }
  /** Both sides as count and unit, with a space between. */
  | { field: 'time'; step: DeadlineStep }
  | { field: 'ownWords' | 'source' | 'edition' | 'reviewBy' | 'approver' }

/** One line: the same thing in two versions. Null: the version does not say it. */
export type ComparedLine = ComparedField & {
  left: BandState | PlainDate | string | number | null
  right: BandState | PlainDate | string | number | null
  differs: boolean
}

const FRAME = ['ownWords', 'source', 'edition', 'reviewBy', 'approver'] as const
const WINDOW_DAYS = ['notBeforeDay', 'dueDay', 'windowEndsDay', 'reviewFromDay'] as const

/**
 * Two versions of one kind side by side, line by line: first what is counted with, then the words. A band that only one of
 * them has stands there with nothing on the other side.
 */
export function compareRuleSets(left: RuleSet, right: RuleSet): ComparedLine[] {
  return [
    ...bandLines(left, right),
    ...windowLines(left, right),
    ...timeLines(left, right),
    ...FRAME.map((field) => lineOf({ field }, left[field], right[field])),
  ]
}

function bandLines(left: RuleSet, right: RuleSet): ComparedLine[] {
  if (left.kind !== 'routing-by-days' || right.kind !== 'routing-by-days') return []
  const [here, there] = [left.body.bands, right.body.bands]
  const days = [...new Set([...here, ...there].map(({ fromDays }) => fromDays))].toSorted((one, other) => one - other)
  return days.flatMap((fromDays) =>
    BAND_GROUPS.flatMap((appliesTo) => {
      const [one, other] = [here, there].map(
        (bands) => bands.find((band) => band.fromDays === fromDays && band.appliesTo === appliesTo)?.state ?? null,
      )
      if (!one && !other) return []
      return lineOf({ field: 'band', fromDays, appliesTo }, one ?? null, other ?? null)
    }),
  )
}

function windowLines(left: RuleSet, right: RuleSet): ComparedLine[] {
  if (left.kind !== 'depot-windows' || right.kind !== 'depot-windows') return []
  const [here, there] = [left.body, right.body]
  return DEPOT_MEDICINES.flatMap((medicine) => [
    ...WINDOW_DAYS.map((day) =>
      lineOf(
        { field: 'window', medicine, day, isFirst: false },
        here.products[medicine][day],
        there.products[medicine][day],
      ),
    ),
    ...WINDOW_DAYS.flatMap((day) => {
      const [one, other] = [here, there].map(({ firstInjections }) => firstInjections?.[medicine]?.[day] ?? null)
      if (!one && !other) return []
      return lineOf({ field: 'window', medicine, day, isFirst: true }, one ?? null, other ?? null)
    }),
  ])
}

function timeLines(left: RuleSet, right: RuleSet): ComparedLine[] {
  if (left.kind !== 'handoff-deadlines' || right.kind !== 'handoff-deadlines') return []
  const [here, there] = [left.body, right.body]
  return DEADLINE_STEPS.map((step) =>
    lineOf(
      { field: 'time', step },
      `${here[step].count} ${here[step].unit}`,
      `${there[step].count} ${there[step].unit}`,
    ),
  )
}

function lineOf(of: ComparedField, left: string | number | null, right: string | number | null): ComparedLine {
  return { ...of, left, right, differs: left !== right }
}
