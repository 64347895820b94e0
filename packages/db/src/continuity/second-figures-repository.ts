import type { Month } from '@throughcare/domain/continuity/report-window'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** One count of everybody in one month of one scope. */
export type FigureCount = {
  scopeId: string
  month: Month
  measure: string
  outcome: string
  detail: string
  count: number
}

/** What pages read, from this month on. */
export function listTotalsOfFigures({ tx }: Deed<SystemActor>, from: Month): Promise<FigureCount[]> {
  return tx.$queryRaw`
    select t.scope_id as "scopeId", t.month, m.measure, m.outcome, m.detail, sum(c.n)::int as count
    from counted_total t cross join lateral unnest(t.marks, t.counts) as c (mark, n) join counted_mark m on m.id = c.mark
    where t.breakdown = 'all' and t.month >= ${from}
    group by 1, 2, 3, 4, 5 having sum(c.n) > 0`
}

/** The same of these releases, counted from the raw events by plain SQL. */
export function countSecondFigures({ tx }: Deed<SystemActor>, episodeIds: readonly string[]): Promise<FigureCount[]> {
  return tx.$queryRaw`
    select scope_id as "scopeId", month, measure, outcome, detail, count from app.second_figures(${[...episodeIds]}::uuid[])`
}

/** Writes down what the comparison found; `first` is null when all was the same. */
export async function recordFigureCheck(
  { tx, now }: Deed<SystemActor>,
  found: { compared: number; differing: number; first: FigureCount | null },
): Promise<void> {
  await tx.figureCheck.createMany({
    data: [
      {
        id: newId(),
        checkedAt: now,
        compared: found.compared,
        differing: found.differing,
        scopeId: found.first?.scopeId ?? null,
        month: found.first?.month ?? null,
        measure: found.first?.measure ?? null,
      },
    ],
  })
}

/** When the figures were last computed twice, if they were not the same; null otherwise. */
export async function findFiguresDifferSince({ tx }: Deed): Promise<Date | null> {
  const [answer] = await tx.$queryRaw<{ since: Date | null }[]>`select app.figures_differ_since() as since`
  return answer?.since ?? null
}
