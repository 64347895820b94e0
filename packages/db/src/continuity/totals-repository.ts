import type { Category } from '@throughcare/domain/access/access-codes'
import { familyOf, type MeasureFamily } from '@throughcare/domain/continuity/measure-families'
import { type Month, WINDOW_MONTHS } from '@throughcare/domain/continuity/report-window'
import { type ReadFrom, wholeUntil } from '@throughcare/domain/report-copy/decide-read-from'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { reportAsActor } from '../report-as-actor.ts'

/** Which totals somebody asks for: months from and to are included. */
export type AskedTotals = {
  measures: readonly string[]
  /** `all`, `prison`, `service`, or one of the breakdowns in packages/domain. */
  breakdowns: readonly string[]
  /** Null: as far back as the figures go. */
  from: Month | null
  /** Null: this month. */
  to: Month | null
  /** Each month by itself, or all of them added up. */
  byMonth: boolean
  /** Of those cases alone that the actor can open one by one now. Left out: of everybody. */
  isOwn?: boolean
}

/** How often something was counted. */
export type CountedTotal = {
  measure: string
  breakdown: string
  value: string
  /** Null where months are added up. */
  month: Month | null
  outcome: string
  detail: string
  category: Category
  count: number
  /** Asked for as the actor's own open cases alone. */
  isOwn: boolean
}

export type CountedScope = {
  totals: CountedTotal[]
  /** The prisons that totals by prison name. */
  prisons: { id: string; name: string }[]
  /** Everything that happened before this is counted. */
  countedUntil: Date
  now: Date
  /** The database itself, or a copy of it. */
  readFrom: ReadFrom
}

/** The same with its seal: where that is the one that was known, totals and prisons are what they were, and are not told again. */
export type SealedScope = Omit<CountedScope, 'totals' | 'prisons'> & {
  seal: string
  counted: Pick<CountedScope, 'totals' | 'prisons'> | null
}

/**
 * The totals of the actor's own scope: of its prison, of what its service was asked for, or of its region. The scope and what
 * may be read of it are the database's: row level security, and for restricted records a function that adds those whom the actor
 * may know of. Exact numbers: whoever shows them takes small ones out first.
 *
 * @param knownSeal of an earlier answer to the same question, by somebody of the same service, role and grants
 */
export async function findTotals(
  actor: Actor,
  asked: readonly AskedTotals[],
  action: string,
  knownSeal: string | null,
): Promise<SealedScope> {
  type Row = Omit<SealedScope, 'countedUntil' | 'now' | 'readFrom'> & { countedUntil: string }
  const { rows, now, readFrom } = await reportAsActor<Row>(
    actor,
    {
      name: 'counted-totals',
      text: TOTALS,
      values: [written(asked), knownSeal],
    },
    { action },
  )
  const [scope] = rows
  if (!scope) throw new Error('the totals answered nothing')
  return { ...scope, countedUntil: wholeUntil(new Date(scope.countedUntil), readFrom), now, readFrom }
}

/** The same in a transaction that stands already, such as one of the worker that reads as a manager of the service. */
export async function findTotalsIn(
  { tx, now }: Deed,
  asked: readonly AskedTotals[],
): Promise<Omit<CountedScope, 'readFrom'>> {
  type Row = Pick<SealedScope, 'counted' | 'countedUntil'>
  const [scope] = await tx.$queryRawUnsafe<Row[]>(TOTALS, written(asked), null)
  if (!scope?.counted) throw new Error('the totals answered nothing')
  return { ...scope.counted, countedUntil: scope.countedUntil, now }
}

function written(asked: readonly AskedTotals[]): string {
  return JSON.stringify(asked.map((each) => ({ ...each, families: familiesOf(each.measures), months: WINDOW_MONTHS })))
}

function familiesOf(measures: readonly string[]): MeasureFamily[] {
  return [...new Set(measures.map(familyOf))]
}

const TOTALS = `
  with asked as materialized (
    select ordinality as nr, array(select jsonb_array_elements_text(a -> 'measures')) as measures,
      array(select jsonb_array_elements_text(a -> 'families')) as families,
      array(select jsonb_array_elements_text(a -> 'breakdowns')) as breakdowns, coalesce(a ->> 'from', left((app.now() - make_interval(months => (a ->> 'months')::int - 1))::text, 7)) as from_month,
      coalesce(a ->> 'to', '9999-12') as to_month,
      (a ->> 'byMonth')::boolean as by_month,
      coalesce((a ->> 'isOwn')::boolean, false) as is_own
    from jsonb_array_elements($1::jsonb) with ordinality as each (a, ordinality)
  ), own as materialized (
    -- Counted once for everything that is asked; by month where that is asked, and where periods differ.
    select o.* from (
      select array_agg(distinct b) as breakdowns, array_agg(distinct b) filter (where a.by_month or p.differ) as monthly,
        min(a.from_month) as from_month, max(a.to_month) as to_month
      from asked a cross join (select count(distinct (from_month, to_month)) > 1 as differ from asked where is_own) p
        cross join unnest(a.breakdowns) b where a.is_own having count(*) > 0) w
    cross join lateral app.own_counts(array(select distinct m from asked a, unnest(a.measures) m where a.is_own), w.breakdowns,
      coalesce(w.monthly, '{}'), w.from_month, w.to_month) o
  ), counted as (
    select a.nr, a.is_own, m.measure, t.breakdown, t.value, case when a.by_month then t.month end as month, m.outcome, m.detail, m.category, c.n as count
    from asked a join counted_total t on t.scope_id = app.case_service_id() and t.family = any (a.families)
      and t.breakdown = any (a.breakdowns) and t.month between a.from_month and a.to_month
    cross join lateral unnest(t.marks, t.counts) as c (mark, n)
    join counted_mark m on m.id = c.mark and m.measure = any (a.measures)
    where not a.is_own
    union all
    select a.nr, a.is_own, t.measure, t.breakdown, t.value, case when a.by_month then t.month end, t.outcome, t.detail, t.category, t.count
    from asked a cross join lateral app.closed_totals(a.measures, a.breakdowns, a.from_month, a.to_month) t where not a.is_own
    union all
    select a.nr, a.is_own, m.measure, o.breakdown, o.value, case when a.by_month then o.month end, m.outcome, m.detail, m.category, o.count
    from asked a join own o on o.breakdown = any (a.breakdowns) and (o.month is null or o.month between a.from_month and a.to_month)
    join counted_mark m on m.id = o.mark and m.measure = any (a.measures)
    where a.is_own
  ), added as (
    select measure, breakdown, value, month, outcome, detail, category, is_own as "isOwn", sum(count)::int as count
    from counted group by nr, is_own, measure, breakdown, value, month, outcome, detail, category having sum(count) > 0
  )
  select s.seal, app.counted_until() as "countedUntil", case when s.seal is distinct from $2 then json_build_object(
      'totals', coalesce((select json_agg(a) from added a), '[]'),
      'prisons', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) from service s
        where s.id in (select a.value::uuid from added a where a.breakdown = 'prison')), '[]')) end as counted
  from (select app.figures_seal() as seal) s`
