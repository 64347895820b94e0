import { COUNT_OUTCOMES, type CountOutcome } from './count-codes.ts'
import { detailsOf, type ShownDetail, shownDetail } from './indicator-details.ts'
import { INDICATOR_TABLE, type Indicator } from './indicators.ts'
import type { CountTable, Sum } from './small-counts.ts'
import type { Tally } from './tally-cases.ts'

/** The months and prisons of the page: each is a row, also where nothing was counted. */
export type ReportScope = { months: readonly string[]; prisonIds: readonly string[] }

/** `counted` is what stands below the line; `releases` is everybody, in every figure alike. */
export type Column = CountOutcome | 'counted' | 'releases'

/** The row of the whole period and all prisons. */
export const OVERALL = 'overall'

export function monthRow(month: string): string {
  return `month ${month}`
}

export function prisonRow(prisonId: string): string {
  return `prison ${prisonId}`
}

/** The name of one count of the page. Everybody released is one count, whichever figure it is read from. */
export function cellId(row: string, indicator: Indicator, column: Column): string {
  return column === 'releases' ? `${row} releases` : `${row} ${indicator} ${column}`
}

/** The name of one detail, over the whole period. */
export function detailId(indicator: Indicator, outcome: CountOutcome, detail: ShownDetail): string {
  return `${OVERALL} ${indicator} ${outcome} ${detail}`
}

/** Every count that the tallies hold, by its name. What is not in it is 0. */
export function countCells(tallies: readonly Tally[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (cell: string, count: number) => counts.set(cell, (counts.get(cell) ?? 0) + count)
  for (const { indicator, month, prisonId, outcome, detail, count } of tallies) {
    add(detailId(indicator, outcome, shownDetail(detail)), count)
    for (const row of [OVERALL, monthRow(month), prisonRow(prisonId)]) {
      add(cellId(row, indicator, outcome), count)
      if (outcome !== 'left-out') add(cellId(row, indicator, 'counted'), count)
      if (!INDICATOR_TABLE[indicator].leavesOut) add(cellId(row, indicator, 'releases'), count)
    }
  }
  return counts
}

/**
 * The counts of the page and the sums that tie them together: across each row, down each column of both tables, from
 * details to their total, and across figures, because all of them count the same releases.
 */
export function pageModel(
  counts: ReadonlyMap<string, number>,
  indicators: readonly Indicator[],
  scope: ReportScope,
): CountTable {
  const tables = [scope.months.map(monthRow), scope.prisonIds.map(prisonRow)]
  const sums = indicators.flatMap((indicator) => [
    ...[OVERALL, ...tables.flat()].flatMap((row) => sumsAcross(indicator, row)),
    ...tables.filter((rows) => rows.length > 0).flatMap((rows) => sumsDown(indicator, rows)),
    ...COUNT_OUTCOMES.flatMap((outcome) => sumsOfDetails(indicator, outcome)),
  ])
  const names = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]))
  const isOnPage = (cell: string) => !cell.endsWith(' left-out') && !cell.endsWith(' releases')
  return { cells: [...names].map((id) => ({ id, count: counts.get(id) ?? 0, isOnPage: isOnPage(id) })), sums }
}

function sumsAcross(indicator: Indicator, row: string): Sum[] {
  const cell = (column: Column) => cellId(row, indicator, column)
  const { unit, leavesOut } = INDICATOR_TABLE[indicator]
  const counted: Sum = { total: cell('counted'), parts: [cell('met'), cell('not-met'), cell('unknown')] }
  if (unit !== 'release') return [counted]
  return [
    counted,
    { total: cell('releases'), parts: leavesOut ? [cell('counted'), cell('left-out')] : [cell('counted')] },
  ]
}

function sumsDown(indicator: Indicator, rows: readonly string[]): Sum[] {
  return [...COUNT_OUTCOMES, 'counted' as const].map((column) => ({
    total: cellId(OVERALL, indicator, column),
    parts: rows.map((row) => cellId(row, indicator, column)),
  }))
}

function sumsOfDetails(indicator: Indicator, outcome: CountOutcome): Sum[] {
  const details = detailsOf(indicator, outcome)
  if (details.length === 0) return []
  return [
    {
      total: cellId(OVERALL, indicator, outcome),
      parts: details.map((detail) => detailId(indicator, outcome, detail)),
    },
  ]
}
