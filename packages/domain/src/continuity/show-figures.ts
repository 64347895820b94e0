import { BREAKDOWNS } from './breakdowns.ts'
import type { CountOutcome } from './count-codes.ts'
import { type Effort, EffortSpent } from './effort.ts'
import {
  ALL_ROW,
  type Beside,
  countFigures,
  type FigureColumn,
  type FigureRowOf,
  type FigureTotal,
  figureDetailId,
  figureId,
  figureTables,
  rowOf,
} from './figure-tables.ts'
import { COUPLE_MEASURE, type FlowStep, flowMeasure, RELEASED_MEASURE } from './flow/flow-steps.ts'
import type { Indicator } from './indicators.ts'
import type { Month } from './report-window.ts'
import { type Known, type ShownCount, SMALLEST_COUNT, type SmallestCount } from './small-counts.ts'
import { suppressTables } from './suppress-tables.ts'

/** Whose releases are counted: a prison's own, those handed to a service, or all of a region's. */
export type FigureScope = 'prison' | 'service' | 'region'

export type FigureInput = {
  scope: FigureScope
  /** Every month of the period: each is a row, also where nothing was counted. */
  months: readonly Month[]
  /** The indicators that are open to the reader. */
  indicators: readonly Indicator[]
  /** The steps that are. */
  steps: readonly FlowStep[]
  /** Whether it is told how many were turned away because a programme takes no couples. */
  tellsCouples: boolean
  /** Exact totals: of everybody by month, and over the whole period by prison, service and breakdown. */
  totals: readonly FigureTotal[]
  /** The same of those cases alone that the reader can open one by one. */
  own: readonly FigureTotal[]
}

/** What pages may show of the figures. Rows that were too few, and whatever is not counted, are hidden. */
export type ShownFigures = {
  count: (row: string, measure: string, column: FigureColumn) => ShownCount
  detail: (row: string, measure: string, outcome: CountOutcome, detail: string) => ShownCount
  /** A total of everybody that cannot be told exactly, told in fives. */
  about: (row: string, measure: string, column: FigureColumn) => number | null
  /** The rows of which something may be shown, in their order. */
  rows: readonly FigureRowOf[]
  /** The counts of these rows that are hidden. */
  hidden: ReadonlySet<string>
  depth: Depth
}

/**
 * How far the pages tell people apart: nothing is told, everybody of the whole period, by month and prison as well, in the ways asked
 * for most as well, or in all.
 */
const DEPTHS = ['nothing', 'whole-period', 'months-and-prisons', 'first-groups', 'all-groups'] as const
type Depth = (typeof DEPTHS)[number]

/**
 * What may be shown of all figures that a reader of this scope can get: the page of continuity and its filters, the flow with its
 * groups, and what leaves as a file (rule FIG-7)? One answer for all of them: pages suppressed apart tell small counts by
 * subtraction.
 *
 * Rows of fewer releases than the smallest count are not told at all, and are taken together with the next where there is only one. What is
 * shown withstands the reader's own list of open cases, and also whoever sits beside him with the page of another organisation:
 * a row that a prison, a service and a region share is hidden alike for each, and nothing else is told by it.
 *
 * Where working it out for all groups takes too long, fewer are told, and in the end none: a page that is not answered tells nothing.
 */
export function showFigures(input: FigureInput, smallest: SmallestCount = SMALLEST_COUNT): ShownFigures {
  // Whoever takes a file away has read the page: what is hidden there is not told by the file.
  const onPages = smallest === SMALLEST_COUNT ? null : showFigures(input)
  const deepest = onPages?.depth ?? depthOf(input)
  for (const depth of DEPTHS.slice(1, DEPTHS.indexOf(deepest) + 1).toReversed())
    try {
      return showAt(depth, input, smallest, onPages, { left: MOST_WORK[depth] })
    } catch (error) {
      if (!(error instanceof EffortSpent)) throw error
    }
  return NOTHING
}

const NOTHING: ShownFigures = {
  count: () => 'hidden',
  detail: () => 'hidden',
  about: () => null,
  rows: [],
  hidden: new Set(),
  depth: 'nothing',
}

/** A second or two on a machine of 2026, in steps of work so that every machine comes to the same answer. */
const MOST_WORK: Record<Depth, number> = {
  nothing: 0,
  'whole-period': 12_000_000,
  'months-and-prisons': 16_000_000,
  'first-groups': 16_000_000,
  'all-groups': 8_000_000,
}

function showAt(
  depth: Depth,
  input: FigureInput,
  smallest: SmallestCount,
  onPages: ShownFigures | null,
  effort: Effort,
): ShownFigures {
  const { rows, lumped } = lumpFew(rowsOf(input, depth), input.totals, smallest)
  const totals = input.totals.map((total) => relabel(total, lumped))
  const shared = rows.filter(({ row, isLump }) => !isLump && isShared(row, input.scope))
  const alike = new Set(shared.flatMap((row) => [...hiddenAlike(row, input, smallest, effort)]))
  const readers = readersOf(shared, input.scope)
  const own = countFigures(input.own.map((total) => relabel(total, lumped)))
  const beside = (row: string, id: string): Beside => {
    const known = new Map<number, Known>()
    const opened = own.get(id)
    if (opened) known.set(0, opened)
    const reader = readers.get(row)
    if (reader !== undefined && !alike.has(id)) known.set(reader, 'seen')
    return { known, isHidden: alike.has(id) || onPages?.hidden.has(id) === true }
  }
  const table = figureTables(totals, rows, beside, input.scope === 'service')
  const shown = suppressTables([table], smallest, effort)
  const told = new Set(table.cells.flatMap(({ id, isOnPage }) => (isOnPage ? [id] : [])))
  const count = (id: string): ShownCount => (told.has(id) ? shown.count(id) : 'hidden')
  return {
    count: (row, measure, column) => count(figureId(row, measure, column)),
    detail: (row, measure, outcome, detail) => count(figureDetailId(row, measure, outcome, detail)),
    about: (row, measure, column) => shown.about(figureId(row, measure, column)),
    rows: rows.filter(({ isLump }) => !isLump),
    hidden: shown.hidden,
    depth,
  }
}

/**
 * The fewer people there are, the fewer tables: of a hundred people told apart in twelve ways nothing would be left that may be
 * shown.
 */
function depthOf({ totals }: FigureInput): Depth {
  const released = sum(
    totals.flatMap((each) =>
      each.measure === RELEASED_MEASURE && each.breakdown === 'all' && each.month === null ? each.count : [],
    ),
  )
  if (released >= RELEASED_FOR_ALL) return 'all-groups'
  return released >= RELEASED_FOR_SOME ? 'first-groups' : 'months-and-prisons'
}

const TOLD_AT: Record<Depth, readonly string[]> = {
  nothing: [],
  'whole-period': [],
  'months-and-prisons': [],
  'first-groups': ['weekday', 'release-kind', 'legal-status', 'sex'],
  'all-groups': ['service', ...BREAKDOWNS],
}

/** The rows of all pages with what stands in them. */
function rowsOf({ scope, months, indicators, steps, tellsCouples, totals }: FigureInput, depth: Depth): FigureRowOf[] {
  const flow = steps.map(flowMeasure)
  const couples = tellsCouples ? [COUPLE_MEASURE] : []
  const everybody: FigureRowOf = { row: ALL_ROW, breakdown: 'all', measures: [...indicators, ...flow, ...couples] }
  if (depth === 'whole-period') return [everybody]
  const breakdowns = TOLD_AT[depth]
  const isDeep = depth === 'all-groups'
  const groups = new Map<string, FigureRowOf>()
  for (const total of totals) {
    const { breakdown, month } = total
    // One's own scope is everybody.
    if (month !== null || breakdown === scope || !(breakdown === 'prison' || breakdowns.includes(breakdown))) continue
    const row = rowOf(total)
    if (groups.has(row)) continue
    const whole = breakdowns.length > 0 ? [...indicators, ...flow] : indicators
    groups.set(row, { row, breakdown, measures: breakdown === 'prison' ? [...whole, ...couples] : flow })
  }
  return [
    { ...everybody, isDeep },
    ...months.map((month) => ({ row: monthRow(month), breakdown: 'month', measures: indicators })),
    ...[...groups.values()].toSorted(
      (left, right) => orderOf(left) - orderOf(right) || (left.row < right.row ? -1 : 1),
    ),
  ]
}

/** From so many released in the whole period the flow is told apart in the ways asked for most, and from so many in all. */
const RELEASED_FOR_SOME = 300
const RELEASED_FOR_ALL = 1_000

function monthRow(month: Month): string {
  return rowOf({ breakdown: 'all', value: 'all', month })
}

function orderOf({ breakdown }: FigureRowOf): number {
  return ['prison', 'service', ...BREAKDOWNS].indexOf(breakdown)
}

/** Takes the rows of each breakdown that have too few releases together, at least two of them and enough people. */
function lumpFew(
  rows: readonly FigureRowOf[],
  totals: readonly FigureTotal[],
  smallest: SmallestCount,
): { rows: FigureRowOf[]; lumped: ReadonlyMap<string, string> } {
  const counts = countFigures(totals.filter(({ measure }) => measure === RELEASED_MEASURE))
  const releasedIn = ({ row }: FigureRowOf) => counts.get(figureId(row, RELEASED_MEASURE, 'released')) ?? 0
  const lumped = new Map<string, string>()
  const lumps: FigureRowOf[] = []
  for (const [breakdown, group] of Map.groupBy(rows, (each) => each.breakdown)) {
    if (breakdown === 'all') continue
    const smallestFirst = group.toSorted((left, right) => releasedIn(left) - releasedIn(right))
    const few = smallestFirst.filter((each) => releasedIn(each) < smallest)
    const isAlone = () =>
      breakdown !== 'service' && few.length > 0 && (few.length < 2 || sum(few.map(releasedIn)) < smallest)
    while (isAlone() && few.length < group.length) few.push(...smallestFirst.slice(few.length, few.length + 1))
    const [first] = few
    if (!first) continue
    const row = `${breakdown}${LUMP}`
    for (const each of few) lumped.set(each.row, row)
    // Services overlap: each stands by itself, and of a few nothing at all is counted.
    if (breakdown !== 'service') lumps.push({ row, breakdown, measures: first.measures, isLump: true })
  }
  return { rows: [...rows.filter(({ row }) => !lumped.has(row)), ...lumps], lumped }
}

const LUMP = ' of a few'

/** The same total, counted to the row that it is lumped into. */
function relabel(each: FigureTotal, lumped: ReadonlyMap<string, string>): FigureTotal & { row: string } {
  const row = rowOf(each)
  return { ...each, row: lumped.get(row) ?? row }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, each) => whole + each, 0)
}

/** Whether another organisation has this row on a page of its own: a prison's and a service's all is a row of their region. */
function isShared(row: string, scope: FigureScope): boolean {
  if (row === ALL_ROW) return scope !== 'region'
  return row.startsWith('prison ') || row.startsWith('service ')
}

/**
 * Whoever has a row on a page of his own could sit beside the reader of this one: the region that reads a prison's or a service's
 * all, and each prison of a region. A region of two prisons tells by its total less one what the other has; there is no other
 * way to hide that than to hide the total, so that it begins with three.
 */
function readersOf(shared: readonly FigureRowOf[], scope: FigureScope): Map<string, number> {
  const theirs = shared.filter(({ row, breakdown }) => (scope === 'region' ? breakdown === 'prison' : row === ALL_ROW))
  const isOne = scope !== 'region' || theirs.length >= FEWEST_PRISONS
  return new Map(isOne ? theirs.map(({ row }, index) => [row, index + 1]) : [])
}
const FEWEST_PRISONS = 3

/** What is hidden in the row taken for itself: whoever has it on a page works out the same. */
function hiddenAlike(
  { row, measures }: FigureRowOf,
  { totals, steps, indicators, scope }: FigureInput,
  smallest: SmallestCount,
  effort: Effort,
) {
  const mine = totals.filter((each) => rowOf(each) === row)
  const flow = steps.map(flowMeasure)
  const isOfPrison = row === ALL_ROW || row.startsWith('prison ')
  const common: readonly string[] = isOfPrison ? [...indicators, ...flow, COUPLE_MEASURE] : flow
  const alone = [{ row, breakdown: 'all', measures: measures.filter((measure) => common.includes(measure)) }]
  return suppressTables([figureTables(mine, alone, () => ({}), scope === 'service')], smallest, effort).hidden
}
