import { chiSquareBeyond } from './chi-square.ts'
import { instantsOf, type ObservedTime } from './observed-time.ts'

export type LogRank =
  /** `p`: how often chance alone would part the groups as far. A number for whoever reads it, never a verdict. */
  | { kind: 'compared'; chiSquare: number; degrees: number; p: number }
  /** Fewer than two groups in which an event could be expected. */
  | { kind: 'nothing-to-compare' }

type Group = readonly ObservedTime<'event'>[]

/**
 * How far are the curves of these groups from what one common curve would give? The log-rank test without weights
 * (rule FIG-8). Who goes out of sight counts as long as they were seen.
 */
export function logRank(groups: readonly Group[]): LogRank {
  const beyond = groups.map(() => 0)
  const expected = groups.map(() => 0)
  const variance = groups.map(() => groups.map(() => 0))
  const instants = groups.map((group) => instantsOf(group))
  const times = instants.flatMap((ofGroup) => ofGroup.flatMap(({ time, ended }) => (ended.size > 0 ? [time] : [])))
  const next = groups.map(() => 0)
  for (const time of [...new Set(times)].toSorted((one, other) => one - other)) {
    const here = instants.map((ofGroup, place) => {
      while ((ofGroup[next[place] ?? 0]?.time ?? Number.POSITIVE_INFINITY) < time) next[place] = (next[place] ?? 0) + 1
      return ofGroup[next[place] ?? 0]
    })
    const atRisk = here.map((instant) => instant?.atRisk ?? 0)
    const events = here.map((instant) => (instant?.time === time ? (instant.ended.get('event') ?? 0) : 0))
    addInstant({ atRisk, events }, { beyond, expected, variance })
  }
  // A group in which nothing could be expected says nothing; of the others one follows from the rest.
  const telling = groups.flatMap((_, place) => ((expected[place] ?? 0) > 0 ? [place] : [])).slice(1)
  if (telling.length === 0) return { kind: 'nothing-to-compare' }
  const away = telling.map((place) => beyond[place] ?? 0)
  const solved = solve(
    telling.map((row) => telling.map((column) => variance[row]?.[column] ?? 0)),
    away,
  )
  if (!solved) return { kind: 'nothing-to-compare' }
  const chiSquare = solved.reduce((sum, each, place) => sum + each * (away[place] ?? 0), 0)
  return { kind: 'compared', chiSquare, degrees: telling.length, p: chiSquareBeyond(chiSquare, telling.length) }
}

function addInstant(
  { atRisk, events }: { atRisk: readonly number[]; events: readonly number[] },
  sums: { beyond: number[]; expected: number[]; variance: number[][] },
): void {
  const all = atRisk.reduce((sum, each) => sum + each, 0)
  const ended = events.reduce((sum, each) => sum + each, 0)
  const spread = all > 1 ? (ended * (all - ended)) / (all - 1) : 0
  for (const [row, risk] of atRisk.entries()) {
    const due = (ended * risk) / all
    sums.expected[row] = (sums.expected[row] ?? 0) + due
    sums.beyond[row] = (sums.beyond[row] ?? 0) + (events[row] ?? 0) - due
    const line = sums.variance[row] ?? []
    for (const [column, other] of atRisk.entries())
      line[column] = (line[column] ?? 0) + spread * (risk / all) * ((row === column ? 1 : 0) - other / all)
  }
}

/** Solves a small symmetric system; null when it has no single answer. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    let best = column
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
    const pivot = rows[best]
    if (!pivot || Math.abs(pivot[column] ?? 0) < 1e-12) return null
    rows[best] = rows[column] ?? []
    rows[column] = pivot
    for (const [place, row] of rows.entries()) {
      if (place === column) continue
      const share = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (let at = column; at <= size; at += 1) row[at] = (row[at] ?? 0) - share * (pivot[at] ?? 0)
    }
  }
  return rows.map((row, place) => (row[size] ?? 0) / (row[place] ?? 1))
}
