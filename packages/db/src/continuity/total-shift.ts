import { closedAs, familyOf } from '@throughcare/domain/continuity/measure-families'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import type { CountedRow } from './count-repository.ts'
import type { CountedNames } from './counted-names.ts'

/** So many rows of totals are read and written at once. */
const AT_ONCE = 2_000

/** The counts of one row of totals: by mark. */
type Counts = Map<number, number>
type Row = { scopeId: string; month: string; family: string; category: string; group: number; counts: Counts }

/** By how much totals move: added up in memory, written once. */
export class TotalShift {
  readonly #names: CountedNames
  /** By scope and month, then by group, then by mark. */
  readonly #moved = new Map<string, Map<number, Counts>>()

  constructor(names: CountedNames) {
    this.#names = names
  }

  /** Adds a release once, or takes it away. What is restricted is in no total. */
  add({ scopeId, releasedOn, isClosed, marks, groups }: CountedRow, by: 1 | -1): void {
    if (isClosed) return
    const key = `${scopeId} ${releasedOn.slice(0, 7)}`
    const moved = getOrMake(this.#moved, key, () => new Map<number, Counts>())
    for (const group of groups) {
      const counts = getOrMake(moved, group, (): Counts => new Map())
      for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + by)
    }
  }

  /** Writes what moved, and begins anew. */
  async write({ tx }: Deed<SystemActor>, isNew: boolean): Promise<void> {
    const rows = this.#rows()
    this.#moved.clear()
    for (let first = 0; first < rows.length; first += AT_ONCE) {
      const some = rows.slice(first, first + AT_ONCE)
      if (!isNew) await addWhatStands(tx, some)
      const kept = some.map((row) => [...row.counts].filter(([, count]) => count !== 0))
      await tx.$executeRaw`
        insert into counted_total (scope_id, family, breakdown, month, value, category, marks, counts)
        select d.scope_id, d.family, g.breakdown, d.month, g.value, d.category, string_to_array(d.marks, ',')::int[],
          string_to_array(d.counts, ',')::int[]
        from unnest(${some.map((row) => row.scopeId)}::uuid[], ${some.map((row) => row.month)}::text[],
          ${some.map((row) => row.family)}::text[], ${some.map((row) => row.category)}::text[],
          ${some.map((row) => row.group)}::int[], ${kept.map((counts) => counts.map(([mark]) => mark).join(','))}::text[],
          ${kept.map((counts) => counts.map(([, count]) => count).join(','))}::text[])
          as d (scope_id, month, family, category, group_id, marks, counts)
        join counted_group g on g.id = d.group_id
        on conflict (scope_id, family, breakdown, month, value, category)
          do update set marks = excluded.marks, counts = excluded.counts`
    }
  }

  #rows(): Row[] {
    return [...this.#moved].flatMap(([key, groups]) => {
      const [scopeId = '', month = ''] = key.split(' ')
      return [...groups].flatMap(([group, counts]) => {
        const rows = new Map<string, Row>()
        for (const [id, by] of counts) {
          if (by === 0) continue
          const mark = this.#names.mark(id)
          const family = familyOf(mark.measure)
          const category = closedAs(mark)
          const row = getOrMake(rows, `${family} ${category}`, () => ({
            scopeId,
            month,
            family,
            category,
            group,
            counts: new Map(),
          }))
          row.counts.set(id, by)
        }
        return [...rows.values()]
      })
    })
  }
}

async function addWhatStands(tx: Deed['tx'], rows: readonly Row[]): Promise<void> {
  const standing = await tx.$queryRaw<{ nr: number; marks: number[]; counts: number[] }[]>`
    select d.nr::int as nr, t.marks, t.counts
    from unnest(${rows.map((row) => row.scopeId)}::uuid[], ${rows.map((row) => row.month)}::text[],
      ${rows.map((row) => row.family)}::text[], ${rows.map((row) => row.category)}::text[], ${rows.map((row) => row.group)}::int[])
      with ordinality as d (scope_id, month, family, category, group_id, nr)
    join counted_group g on g.id = d.group_id
    join counted_total t on t.scope_id = d.scope_id and t.family = d.family and t.breakdown = g.breakdown and t.month = d.month
      and t.value = g.value and t.category = d.category`
  for (const { nr, marks, counts } of standing)
    marks.forEach((mark, place) => {
      const moved = rows[nr - 1]?.counts
      moved?.set(mark, (moved.get(mark) ?? 0) + (counts[place] ?? 0))
    })
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
