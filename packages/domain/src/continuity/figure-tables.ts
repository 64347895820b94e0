import { COUNT_OUTCOMES, type CountOutcome, type IndicatorCount } from './count-codes.ts'
import {
  COUPLE_MEASURE,
  FLOW_DETAILS,
  FLOW_STEPS,
  type FlowStep,
  flowMeasure,
  RELEASED_MEASURE,
} from './flow/flow-steps.ts'
import { detailsOf, shownDetail } from './indicator-details.ts'
import { INDICATOR_TABLE, INDICATORS, type Indicator } from './indicators.ts'
import type { Month } from './report-window.ts'
import type { CountCell, CountTable, Sum } from './small-counts.ts'

/** How often something was counted: a row of the roll-up. */
export type FigureTotal = {
  measure: string
  /** `all`, `prison`, `service`, or one of the breakdowns. */
  breakdown: string
  value: string
  /** Null where months are added up. */
  month: Month | null
  outcome: string
  detail: string
  count: number
}

/** The whole period and everybody in it. */
export const ALL_ROW = 'all'

export function rowOf({ breakdown, value, month }: Pick<FigureTotal, 'breakdown' | 'value' | 'month'>): string {
  if (month !== null) return `month ${month}`
  return breakdown === 'all' ? ALL_ROW : `${breakdown} ${value}`
}

/** Doses and treatment count in the flow as they do in the indicators: the same people, so the same counts. */
const SAME_COUNTS: Record<string, string> = {
  [flowMeasure('dosed')]: 'dose-within-48-hours',
  [flowMeasure('in-treatment')]: 'treatment-within-21-days',
}

/**
 * `counted` is what stands below the line, `rest` what of it is not met, `released` everybody of
 * the row.
 */
export type FigureColumn = CountOutcome | 'counted' | 'rest' | 'released'

/** The name of one count. */
export function figureId(row: string, measure: string, column: FigureColumn): string {
  return column === 'released' || (column === 'counted' && isOfEverybody(measure))
    ? `${row} | released`
    : `${row} | ${SAME_COUNTS[measure] ?? measure} | ${column}`
}

/**
 * Steps before the gate are asked of everybody, and so are some figures: nobody is left out, so that those below the line are those
 * released. A reader knows that, so it is one count.
 */
function isOfEverybody(measure: string): boolean {
  if (measure === COUPLE_MEASURE) return true
  const indicator = INDICATORS.find((each) => each === measure)
  if (indicator) return INDICATOR_TABLE[indicator].unit === 'release' && !INDICATOR_TABLE[indicator].leavesOut
  return FLOW_STEPS.some((step) => flowMeasure(step) === measure && !LEAVE_OUT.includes(step))
}
const LEAVE_OUT: readonly FlowStep[] = ['arrived', 'dosed', 'in-treatment']

export function figureDetailId(row: string, measure: string, outcome: CountOutcome, detail: string): string {
  return `${row} | ${measure} | ${outcome} | ${detail}`
}

/**
 * A row of the pages, and which measures stand in it. Of those that are lumped together the page shows nothing. Of a deep one it
 * tells also what became of those who did not come as far as a step.
 */
export type FigureRowOf = {
  row: string
  breakdown: string
  measures: readonly string[]
  isLump?: boolean
  isDeep?: boolean
}

/** What somebody knows of a count beside the page. */
export type Beside = Pick<CountCell, 'known' | 'isHidden' | 'largest'>

/**
 * Every count that the pages of figures can show to one reader, and all sums between them: across each row, from details to what
 * they are details of, from one step of the flow to the next, and down from everybody to the months and to the groups of each
 * breakdown. Services overlap, so that each stands beside everybody else.
 */
export function figureTables(
  totals: readonly FigureTotal[],
  rows: readonly FigureRowOf[],
  beside: (row: string, id: string) => Beside,
  isPartlyOpen = false,
): CountTable {
  const counts = countFigures(totals)
  const sums = [
    ...rows.flatMap((row) => (isPartlyOpen ? withClosed(row, counts) : sumsAcross(row))),
    ...sumsDown(rows, counts),
  ]
  const lumps = new Set(rows.flatMap(({ row, isLump }) => (isLump ? [row] : [])))
  const cells = new Map<string, CountCell>()
  for (const { total, parts } of sums)
    for (const id of [total, ...parts])
      if (!cells.has(id)) {
        const row = id.slice(0, id.indexOf(' | '))
        const isOnPage = !lumps.has(row) && isTold(row, id)
        const isDear = row === ALL_ROW && ABOUT_EVERYBODY.test(id)
        cells.set(id, {
          id,
          count: counts.get(id) ?? 0,
          isOnPage,
          isDear,
          ...(id.endsWith(REST) ? {} : beside(row, id)),
        })
      }
  return { cells: [...cells.values()], sums }
}

const REST = ' | not in it'
const ABOUT_EVERYBODY = / \| (met|counted|released)$/
const CLOSED = ' | closed to the service |'

/** Of months and groups the pages tell who is met, and of how many; who stands beside is told over everybody. */
function isTold(row: string, id: string): boolean {
  if (id.endsWith(REST) || id.includes(CLOSED) || id.endsWith(' | rest')) return false
  if (row === ALL_ROW) return true
  return !id.endsWith(' | left-out') && !(row.startsWith('month ') && id.endsWith(' | released'))
}

/** Every count of these totals by its name. What is not in it is 0. */
export function countFigures(totals: readonly (FigureTotal & { row?: string })[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count)
  for (const total of totals) {
    const { measure, outcome, detail, count } = total
    const row = total.row ?? rowOf(total)
    if (measure === RELEASED_MEASURE) {
      add(figureId(row, measure, 'released'), count)
      continue
    }
    const counted = outcome as CountOutcome
    add(figureDetailId(row, measure, counted, shownDetail(detail as IndicatorCount['detail'])), count)
    // The indicator counts them already.
    if (SAME_COUNTS[measure]) continue
    add(figureId(row, measure, counted), count)
    if (counted === 'left-out') continue
    if (!isOfEverybody(measure)) add(figureId(row, measure, 'counted'), count)
    if (counted !== 'met') add(figureId(row, measure, 'rest'), count)
  }
  return counts
}

function sumsAcross({ row, measures, isDeep = false }: FigureRowOf): Sum[] {
  return measures.flatMap((measure): Sum[] => {
    const cell = (column: FigureColumn) => figureId(row, measure, column)
    // Either refused or not, out of everybody.
    if (measure === COUPLE_MEASURE) return [{ total: cell('counted'), parts: [cell('met'), cell('rest')] }]
    const step = FLOW_STEPS.findIndex((each) => flowMeasure(each) === measure)
    const indicator = INDICATORS.find((each) => each === (SAME_COUNTS[measure] ?? measure))
    const isOfReleases = step >= 0 || (indicator !== undefined && INDICATOR_TABLE[indicator].unit === 'release')
    const below = step >= 0 && !isDeep ? [cell('met'), cell('rest')] : [cell('met'), cell('not-met'), cell('unknown')]
    const ofReleases =
      isOfReleases && !isOfEverybody(measure)
        ? [
            { total: cell('released'), parts: [cell('counted'), cell('left-out')] },
            // Without those below the line, so that what is left of a group is looked at too.
            ...(row === ALL_ROW ? [] : [{ total: cell('released'), parts: [...below, cell('left-out')] }]),
          ]
        : []
    // A group tells of the flow only how many came so far, and of how many.
    if (step >= 0 && !isDeep) return [{ total: cell('counted'), parts: below }, ...ofReleases]
    return [
      { total: cell('counted'), parts: below },
      ...ofReleases,
      ...(isDeep && step > 0 && measures.includes(flowMeasure(FLOW_STEPS[step - 1] ?? 'planned'))
        ? sumsOfStep(row, step)
        : []),
      ...(row === ALL_ROW && step < 0 && indicator ? sumsOfDetails(row, indicator) : []),
    ]
  })
}

/**
 * A service reads of some releases less than of others: what is not open to it stands beside those below the line, and beside
 * those who came as far as the step before.
 */
function withClosed(row: FigureRowOf, counts: Map<string, number>): Sum[] {
  return sumsAcross(row).map(({ total, parts }) => {
    const rest = (counts.get(total) ?? 0) - parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)
    if (rest <= 0) return { total, parts }
    const closed = `${total}${CLOSED}${parts.at(-1)?.slice(row.row.length)}`
    counts.set(closed, rest)
    return { total, parts: [...parts, closed] }
  })
}

/** Whoever reached the step before counts somehow at this one. */
function sumsOfStep(row: string, step: number): Sum[] {
  const [before = 'planned', here = 'planned'] = [FLOW_STEPS[step - 1], FLOW_STEPS[step]]
  const measure = flowMeasure(here)
  return [
    {
      total: figureId(row, flowMeasure(before), 'met'),
      parts: COUNT_OUTCOMES.map((outcome) => figureDetailId(row, measure, outcome, 'after-step')),
    },
    ...COUNT_OUTCOMES.map((outcome) => ({
      total: figureId(row, measure, outcome),
      parts: FLOW_DETAILS.map((detail) => figureDetailId(row, measure, outcome, detail)),
    })),
  ]
}

function sumsOfDetails(row: string, indicator: Indicator): Sum[] {
  return COUNT_OUTCOMES.flatMap((outcome) => {
    const details = detailsOf(indicator, outcome)
    if (details.length === 0) return []
    return [
      {
        total: figureId(row, indicator, outcome),
        parts: details.map((detail) => figureDetailId(row, indicator, outcome, detail)),
      },
    ]
  })
}

function sumsDown(rows: readonly FigureRowOf[], counts: Map<string, number>): Sum[] {
  return [...Map.groupBy(rows, ({ breakdown }) => breakdown)].flatMap(([breakdown, group]): Sum[] => {
    if (breakdown === 'all') return []
    // Rows of one breakdown have the same measures, and so the same counts.
    const names = group[0] ? namesIn(group[0]) : []
    if (breakdown !== 'service')
      return names.map((name) => ({ total: ALL_ROW + name, parts: group.map(({ row }) => row + name) }))
    return group.flatMap(({ row }) =>
      names.map((name) => {
        const rest = `${row}${name}${REST}`
        counts.set(rest, (counts.get(ALL_ROW + name) ?? 0) - (counts.get(row + name) ?? 0))
        return { total: ALL_ROW + name, parts: [row + name, rest] }
      }),
    )
  })
}

/** The counts of a row without the row's name. */
function namesIn(row: FigureRowOf): string[] {
  const names = new Set<string>()
  for (const { total, parts } of sumsAcross(row))
    for (const id of [total, ...parts]) names.add(id.slice(row.row.length))
  return [...names]
}
