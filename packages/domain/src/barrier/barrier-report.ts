import type { PlainDate } from '../calendar/plain-date.ts'
import {
  type CountCell,
  type CountTable,
  inFives,
  SMALLEST_COUNT,
  type SmallestCount,
  type Sum,
} from '../continuity/small-counts.ts'
import { suppressTables } from '../continuity/suppress-tables.ts'
import { BARRIER_CODES, BARRIER_LEVELS, type BarrierCode, type BarrierLevel } from './barrier-codes.ts'
import { type BarrierSpan, daysLost } from './days-lost.ts'

/** A barrier as the figures see it: no case and nobody's words. `isOwn`: the reader can open it in its case. */
export type BarrierFact = BarrierSpan & {
  code: BarrierCode
  level: BarrierLevel
  serviceId: string | null
  isOwn: boolean
}

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
 * Small counts are left out as in every figure (rule FIG-7), over the tables of all periods together: two periods suppressed apart
 * tell by subtraction what fell between them. What the reader may open one by one is taken away before anything is called small. The
 * days of a line are left out with its count, and those of the whole as soon as one line's count is: what is left would be told by
 * subtraction. Days are told in fives.
 *
 * @param facts barriers of the longest period; `isOwn` where the reader can open it in its case
 * @param periods the first day of every period that can be asked for, the longest first; days after which a barrier stood
 * @param asked the place of the period that is shown
 * @param smallest of what leaves counts under ten are left out, and whatever the page leaves out
 */
export function reportBarriers(
  facts: readonly BarrierFact[],
  today: PlainDate,
  periods: readonly PlainDate[],
  asked: number,
  smallest: SmallestCount = SMALLEST_COUNT,
): BarrierReport {
  const tables = periods.map((from, place) => tableOf(facts, today, periods.slice(place), place, from))
  const hidden = hiddenIn(
    tables.map(({ table }) => table),
    smallest,
  )
  const shown = tables[asked]
  if (!shown) throw new RangeError('the period is not one of those that can be asked for')
  const { groups, programmes, id } = shown
  const counts = new Map(shown.table.cells.map((each) => [each.id, each.count]))
  const isHidden = shown.table.cells.some((each) => hidden.has(each.id))
  const line = <Key>(key: Key, group: string): BarrierLine<Key> => {
    const of = groups.get(group) ?? []
    const count = (end: '' | ' standing' | ' resolved') => {
      const cell = id(`${group}${end}`)
      return hidden.has(cell) ? null : (counts.get(cell) ?? null)
    }
    const all = count('')
    const isTold = all !== null && (group === 'all' ? hidden.size === 0 : true)
    return {
      key,
      all,
      standing: count(' standing'),
      resolved: count(' resolved'),
      days: isTold ? inFives(sumOfDays(of, today)) : null,
    }
  }
  const isThere = ({ all }: { all: ShownCount }) => all !== 0
  return {
    total: line('all', 'all'),
    byProgramme: programmes.map((key) => line(key, `programme ${key}`)).filter(isThere),
    byCode: BARRIER_CODES.map((key) => line(key, `code ${key}`)).filter(isThere),
    byLevel: BARRIER_LEVELS.map((key) => line(key, `level ${key}`)).filter(isThere),
    isHidden,
  }
}

function hiddenIn(tables: readonly CountTable[], smallest: SmallestCount): ReadonlySet<string> {
  const { hidden } = suppressTables(tables)
  if (smallest === SMALLEST_COUNT) return hidden
  const leaving = tables.map(({ cells, sums }) => ({
    // Whoever is handed the file can open none of them; whoever made it can, and has the page as well.
    cells: cells.map(({ known, ...cell }) => ({
      ...cell,
      known: new Map([[MAKER, known?.get(0) ?? 0]]),
      isHidden: hidden.has(cell.id),
    })),
    sums,
  }))
  return suppressTables(leaving, smallest).hidden
}

/** Among the readers of a file. */
const MAKER = 1

const KINDS = ['programme ', 'code ', 'level ']
const ENDS = ['', ' standing', ' resolved']

/** Every count of one period, and those of the shorter one and what lies between as its parts. */
function tableOf(
  facts: readonly BarrierFact[],
  today: PlainDate,
  [, shorter]: readonly PlainDate[],
  place: number,
  from: PlainDate,
) {
  const programmes = [...new Set(facts.map(({ serviceId }) => serviceId))]
  const within = facts.filter((each) => (each.resolvedOn ?? from) >= from)
  const groups = groupsOf(within, programmes)
  const known = groupsOf(
    within.filter(({ isOwn }) => isOwn),
    programmes,
  )
  const id = (group: string) => `${place} ${group}`
  const countIn = (of: readonly BarrierFact[] = [], end: string) =>
    end === '' ? of.length : of.filter((each) => isOver(each, today) === (end === ' resolved')).length
  const cells: CountCell[] = []
  const sums: Sum[] = []
  for (const [group, of] of groups) {
    for (const end of ENDS)
      cells.push({
        id: id(`${group}${end}`),
        count: countIn(of, end),
        known: new Map([[0, countIn(known.get(group), end)]]),
      })
    sums.push({ total: id(group), parts: [id(`${group} standing`), id(`${group} resolved`)] })
    // What stands, stands in every period: only what is over can have been over before the shorter one began.
    if (shorter === undefined) continue
    const between = (facts: readonly BarrierFact[] = []) =>
      facts.filter(({ resolvedOn }) => resolvedOn !== null && resolvedOn < shorter).length
    cells.push({
      id: id(`${group} between`),
      count: between(of),
      known: new Map([[0, between(known.get(group))]]),
      isOnPage: false,
    })
    for (const end of ['', ' resolved'])
      sums.push({ total: id(`${group}${end}`), parts: [`${place + 1} ${group}${end}`, id(`${group} between`)] })
    sums.push({ total: id(`${group} standing`), parts: [`${place + 1} ${group} standing`] })
  }
  for (const end of ENDS)
    for (const kind of KINDS)
      sums.push({
        total: id(`all${end}`),
        parts: [...groups.keys()].flatMap((group) => (group.startsWith(kind) ? [id(`${group}${end}`)] : [])),
      })
  return { table: { cells, sums }, groups, programmes, id }
}

function groupsOf(
  facts: readonly BarrierFact[],
  programmes: readonly (string | null)[],
): Map<string, readonly BarrierFact[]> {
  return new Map([
    ['all', facts],
    ...programmes.map((key) => [`programme ${key}`, facts.filter(({ serviceId }) => serviceId === key)] as const),
    ...BARRIER_CODES.map((key) => [`code ${key}`, facts.filter(({ code }) => code === key)] as const),
    ...BARRIER_LEVELS.map((key) => [`level ${key}`, facts.filter(({ level }) => level === key)] as const),
  ])
}

function isOver({ resolvedOn }: BarrierFact, today: PlainDate): boolean {
  return resolvedOn !== null && resolvedOn <= today
}

function sumOfDays(facts: readonly BarrierFact[], today: PlainDate): number {
  return facts.reduce((sum, fact) => sum + (daysLost(fact, today) ?? 0), 0)
}
