import type { PlainDate } from '../calendar/plain-date.ts'
import type { CountCell, Sum } from '../continuity/small-counts.ts'
import { suppressTables } from '../continuity/suppress-tables.ts'
import { BARRIER_CODES, BARRIER_LEVELS, type BarrierCode, type BarrierLevel } from './barrier-codes.ts'
import { type BarrierSpan, daysLost } from './days-lost.ts'

/** A barrier as the figures see it: no case and nobody's words. */
export type BarrierFact = BarrierSpan & { code: BarrierCode; level: BarrierLevel; serviceId: string | null }

/** A count of the page; null where it is not shown because it is small, or would tell a small one. */
export type ShownCount = number | null

/** One line: barriers of a programme, of a code or at a level. `days` is null where the count is not shown. */
export type BarrierLine<Key> = {
  key: Key
  all: ShownCount
  standing: ShownCount
  resolved: ShownCount
  /** Days lost, of those of which it is known since when. */
  days: number | null
}

export type BarrierReport = {
  total: BarrierLine<'all'>
  /** Null is every programme that is not in the directory, and barriers that are nobody's. */
  byProgramme: BarrierLine<string | null>[]
  byCode: BarrierLine<BarrierCode>[]
  byLevel: BarrierLine<BarrierLevel>[]
  isHidden: boolean
}

/**
 * What stands in the way of people, by programme, by what it is and by who could take it away (domain research H6, H9)?
 *
 * Small counts are left out as in every figure (rule FIG-7), over all of the page's tables together. The days of a line are
 * left out with its count, and those of the whole as soon as one line's count is: what is left would be told by subtraction.
 */
export function reportBarriers(facts: readonly BarrierFact[], today: PlainDate): BarrierReport {
  const programmes = [...new Set(facts.map(({ serviceId }) => serviceId))]
  const groups: (readonly [string, readonly BarrierFact[]])[] = [
    ['all', facts] as const,
    ...programmes.map((key) => [`programme ${key}`, facts.filter(({ serviceId }) => serviceId === key)] as const),
    ...BARRIER_CODES.map((key) => [`code ${key}`, facts.filter(({ code }) => code === key)] as const),
    ...BARRIER_LEVELS.map((key) => [`level ${key}`, facts.filter(({ level }) => level === key)] as const),
  ]
  const isOver = ({ resolvedOn }: BarrierFact) => resolvedOn !== null && resolvedOn <= today
  const cells: CountCell[] = groups.flatMap(([id, of]) => [
    cell(id, of.length),
    cell(`${id} standing`, of.filter((each) => !isOver(each)).length),
    cell(`${id} resolved`, of.filter(isOver).length),
  ])
  const kinds = ['programme ', 'code ', 'level ']
  const sums: Sum[] = [
    ...groups.map(([id]) => ({ total: id, parts: [`${id} standing`, `${id} resolved`] })),
    ...['', ' standing', ' resolved'].flatMap((end) =>
      kinds.map((kind) => ({
        total: `all${end}`,
        parts: groups.flatMap(([id]) => (id.startsWith(kind) ? [`${id}${end}`] : [])),
      })),
    ),
  ]
  const { hidden } = suppressTables([{ cells, sums }])
  const counts = new Map(cells.map(({ id, count }) => [id, hidden.has(id) ? null : count]))
  const ofGroup = new Map(groups)
  const isHidden = hidden.size > 0
  const line = <Key>(key: Key, id: string): BarrierLine<Key> => {
    const all = counts.get(id) ?? null
    const standing = counts.get(`${id} standing`) ?? null
    const resolved = counts.get(`${id} resolved`) ?? null
    const isTold = all !== null && (id === 'all' ? !isHidden : true)
    return { key, all, standing, resolved, days: isTold ? sumOfDays(ofGroup.get(id) ?? [], today) : null }
  }
  const isThere = ({ all }: { all: ShownCount }) => all !== 0
  return {
    total: line('all', 'all'),
    byProgramme: programmes.map((key) => line(key, `programme ${key}`)),
    byCode: BARRIER_CODES.map((key) => line(key, `code ${key}`)).filter(isThere),
    byLevel: BARRIER_LEVELS.map((key) => line(key, `level ${key}`)).filter(isThere),
    isHidden,
  }
}

function cell(id: string, count: number): CountCell {
  return { id, count }
}

function sumOfDays(facts: readonly BarrierFact[], today: PlainDate): number {
  return facts.reduce((sum, fact) => sum + (daysLost(fact, today) ?? 0), 0)
}
