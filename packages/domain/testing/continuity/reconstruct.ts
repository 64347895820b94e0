import { COUNT_OUTCOMES, type CountOutcome } from '../../src/continuity/count-codes.ts'
import { FLOW_DETAILS, FLOW_STEPS, flowMeasure, RELEASED_MEASURE } from '../../src/continuity/flow/flow-steps.ts'
import { detailsOf, shownDetail } from '../../src/continuity/indicator-details.ts'
import { type FigureInput, type ShownFigures, showFigures } from '../../src/continuity/show-figures.ts'
import { SMALLEST_LEAVING } from '../../src/continuity/small-counts.ts'
import { ATTACKED_INDICATORS, type FigureCountry } from './figure-country.ts'
import { addCurves } from './reconstruct-curves.ts'
import { solveHidden } from './solve-hidden.ts'
import { SMALLEST, System } from './told-system.ts'

/** What an attacker found, and how much there was to find. */
export type Attack = { role: string; seen: number; small: number; recovered: string[] }

/** Everybody of a total who is not of one service. */
const NOT_OF = ' not of '

/**
 * Everything that one role can get: each number that any page or file shows, put into equations of the attacker's own making, with
 * the cases that he may open taken away. He knows what the rows and columns mean, every group's name, and that whatever a page
 * hides without its being zero is at least one. Whoever is handed a file sees that alone, can open nobody, and is to find no count under ten.
 *
 * His equations are made from people here, not by the code that hides: a sum that the pages have and the code forgot is found.
 */
export function attackRole(
  country: FigureCountry,
  role: readonly (readonly [FigureInput['scope'], string])[],
  show: Show = showFigures,
  reads: 'pages-and-files' | 'a-file' = 'pages-and-files',
): Attack {
  const system = new System()
  const hasPages = reads === 'pages-and-files'
  const smallest = hasPages ? SMALLEST : SMALLEST_LEAVING
  for (const [scope, id] of role)
    addPages(system, { country, scope, id, show, hasPages, hasOwnList: hasPages && role.length === 1 })
  const { values, sums, isHidden, mayBeZero, names, windows } = system
  const targets = names.flatMap((name, place) => {
    const rest = values[place] ?? 0
    // What a pair learns of everybody else, one page taken from the other, is not promised: see docs/adr/0185.
    if (role.length > 1 && name.includes(NOT_OF)) return []
    return isHidden[place] && rest > 0 && rest < smallest ? [[name, place] as const] : []
  })
  const solved = solveHidden(values, sums, isHidden, { mayBeZero, windows })
  const shownSmall = names.filter((_, place) => {
    const rest = values[place] ?? 0
    return system.isShown[place] && rest > 0 && rest < smallest
  })
  return {
    role: `${hasPages ? '' : 'handed the file of a '}${role.map(([scope]) => scope).join(' and ')}`,
    seen: system.isShown.filter(Boolean).length + windows.size,
    small: targets.length,
    recovered: [...shownSmall, ...targets.flatMap(([name, place]) => (solved.has(place) ? [name] : []))],
  }
}

/** What makes the pages: the product, or something weaker that the attack must see through. */
export type Show = typeof showFigures

type Pages = { input: FigureInput; pages: ShownFigures[] }

/** Pages are looked at alone and in pairs, and worked out once. */
const worked = new WeakMap<FigureCountry, Map<string, Pages>>()

function pagesOf(country: FigureCountry, scope: FigureInput['scope'], id: string, show: Show): Pages {
  const known = worked.get(country) ?? new Map<string, Pages>()
  worked.set(country, known)
  const before = known.get(`${show.name} ${scope} ${id}`)
  if (before) return before
  const input = country.inputOf(scope, id)
  const made = { input, pages: [show(input), show(input, SMALLEST_LEAVING)] }
  known.set(`${show.name} ${scope} ${id}`, made)
  return made
}

type Row = { name: string; label: string; breakdown: string }

type Told = {
  country: FigureCountry
  scope: FigureInput['scope']
  id: string
  show: Show
  hasPages: boolean
  hasOwnList: boolean
}

function addPages(system: System, { country, scope, id, show, hasPages, hasOwnList }: Told): void {
  const { input, pages: all } = pagesOf(country, scope, id, show)
  const pages = hasPages ? all : all.slice(-1)
  const onSome = new Set(pages.flatMap((page) => page.rows.map(({ breakdown }) => breakdown)))
  // Of a breakdown of which no page has a row, there is nothing to work with.
  const rows = rowsOf(input).filter(({ breakdown }) => onSome.has(breakdown))
  const exact = countPeople(input.totals)
  const own = hasOwnList ? countPeople(input.own) : new Map<string, number>()
  const restOf = (key: string) => (exact.get(key) ?? 0) - (own.get(key) ?? 0)

  const onPages = new Set(pages.flatMap((page) => page.rows.map(({ row }) => row)))
  const cell = (row: Row, key: string, isShown: boolean) =>
    system.add(
      nameOf(scope, id, row, key),
      restOf(`${row.name}/${key}`),
      isShown,
      // Of a count in which he can open somebody, there may be nobody else.
      !own.has(`${row.name}/${key}`) &&
        onPages.has(row.label) &&
        (row.breakdown === 'all' || /(met|counted|unknown|released)$/.test(key)),
    )
  const told = (row: Row, measure: string, column: 'released' | 'counted' | CountOutcome) =>
    pages.some((page) => page.count(row.label, measure, column) !== 'hidden')

  /** Where a page tells a total in fives, he knows between what it lies. */
  const around = (row: Row, measure: string, column: 'released' | 'counted' | CountOutcome, place: number) => {
    for (const page of pages) {
      const about = page.about(row.label, measure, column)
      const key = column === 'released' ? 'released' : `${measure}/${column}`
      if (about !== null)
        system.tellBetween(
          place,
          about - 2 - (own.get(`${row.name}/${key}`) ?? 0),
          about + 2 - (own.get(`${row.name}/${key}`) ?? 0),
        )
    }
  }

  for (const row of rows) {
    const released = cell(row, 'released', row.breakdown !== 'month' && told(row, RELEASED_MEASURE, 'released'))
    around(row, RELEASED_MEASURE, 'released', released)
    const isWhole = row.breakdown === 'all'
    const withIndicators = isWhole || row.breakdown === 'month' || row.breakdown === 'prison'
    for (const indicator of ATTACKED_INDICATORS) {
      const columns = COUNT_OUTCOMES.map((outcome) =>
        cell(row, `${indicator}/${outcome}`, withIndicators && told(row, indicator, outcome)),
      )
      const counted = cell(row, `${indicator}/counted`, told(row, indicator, 'counted'))
      if (withIndicators) {
        around(row, indicator, 'counted', counted)
        for (const [index, outcome] of COUNT_OUTCOMES.entries()) around(row, indicator, outcome, columns[index] ?? -1)
      }
      system.sum(counted, columns.slice(0, 3))
      if (indicator !== 'acknowledged-before-release') system.sum(released, columns)
      if (!isWhole) continue
      for (const [index, outcome] of COUNT_OUTCOMES.entries()) {
        const details = detailsOf(indicator, outcome).map((detail) =>
          cell(
            row,
            `${indicator}/${outcome}/${detail}`,
            pages.some((page) => page.detail(row.label, indicator, outcome, detail) !== 'hidden'),
          ),
        )
        if (details.length > 0) system.sum(columns[index] ?? -1, details)
      }
    }
    if (row.breakdown === 'month') continue
    let before: number | null = null
    for (const step of FLOW_STEPS) {
      const measure = flowMeasure(step)
      const same =
        step === 'dosed' ? 'dose-within-48-hours' : step === 'in-treatment' ? 'treatment-within-21-days' : measure
      const columns = COUNT_OUTCOMES.map((outcome) => cell(row, `${same}/${outcome}`, told(row, measure, outcome)))
      const after = COUNT_OUTCOMES.map((outcome) =>
        FLOW_DETAILS.map((detail) =>
          cell(
            row,
            `${measure}/${outcome}/${detail}`,
            pages.some((page) => page.detail(row.label, measure, outcome, detail) !== 'hidden'),
          ),
        ),
      )
      if (same === measure) {
        system.sum(released, columns)
        const below = cell(row, `${measure}/counted`, told(row, measure, 'counted'))
        around(row, measure, 'counted', below)
        system.sum(below, columns.slice(0, 3))
      } else cell(row, `${same}/counted`, told(row, measure, 'counted'))
      for (const [index, details] of after.entries()) system.sum(columns[index] ?? -1, details)
      if (before !== null)
        system.sum(
          before,
          after.flatMap(([first]) => first ?? []),
        )
      before = columns[0] ?? null
    }
  }
  addColumns(system, rows, (row, key) => system.places.get(nameOf(scope, id, row, key)))
  const [figures] = pages
  if (figures && hasPages)
    addCurves(system, country.curvesOf(scope, id), {
      figures,
      hasOwnList,
      nameOf: (breakdown, value, key) => {
        const name = breakdown === 'all' ? 'all' : `${breakdown} ${value}`
        return nameOf(scope, id, { name, label: name, breakdown }, key)
      },
    })
}

/** Down: everybody is in one month, one prison, one group of each breakdown; a service stands beside everybody else. */
function addColumns(
  system: System,
  rows: readonly Row[],
  placeOf: (row: Row, key: string) => number | undefined,
): void {
  const whole = rows.find(({ breakdown }) => breakdown === 'all')
  if (!whole) return
  const keys = [...KEYS].filter((key) => placeOf(whole, key) !== undefined)
  for (const [breakdown, group] of Map.groupBy(rows, (row) => row.breakdown)) {
    if (breakdown === 'all') continue
    for (const key of keys) {
      const parts = group.flatMap((row) => placeOf(row, key) ?? [])
      const total = placeOf(whole, key) ?? -1
      if (breakdown === 'service')
        for (const part of parts) {
          const value = (system.values[total] ?? 0) - (system.values[part] ?? 0)
          system.sum(total, [part, system.add(`${system.names[total]}${NOT_OF}${system.names[part]}`, value, false)])
        }
      else if (parts.length === group.length) system.sum(total, parts)
    }
  }
}

const MEASURES = [...ATTACKED_INDICATORS, ...FLOW_STEPS.slice(0, 5).map(flowMeasure)]
const KEYS = [
  'released',
  ...MEASURES.flatMap((measure) => [...COUNT_OUTCOMES, 'counted'].map((column) => `${measure}/${column}`)),
]

function rowsOf({ scope, months, totals }: FigureInput): Row[] {
  const groups = new Map<string, Row>()
  for (const { breakdown, value, month } of totals)
    if (month === null && breakdown !== 'all' && breakdown !== scope)
      groups.set(`${breakdown} ${value}`, { name: `${breakdown} ${value}`, label: `${breakdown} ${value}`, breakdown })
  return [
    { name: 'all', label: 'all', breakdown: 'all' },
    ...months.map((month) => ({ name: `month ${month}`, label: `month ${month}`, breakdown: 'month' })),
    ...groups.values(),
  ]
}

/** A prison's all is its region's row of it, and so on: of one name, because they are the same people. */
function nameOf(scope: FigureInput['scope'], id: string, { name, breakdown }: Row, key: string): string {
  const where = scope === 'region' ? '' : `${scope} ${id}`
  if (breakdown === 'all') return `${where || 'all'}/${key}`
  if (scope === 'region') return `${name}/${key}`
  return `${[where, name].toSorted().join(' and ')}/${key}`
}

function countPeople(totals: FigureInput['totals']): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)
  for (const { measure, breakdown, value, month, outcome, detail, count } of totals) {
    const row = month === null ? (breakdown === 'all' ? 'all' : `${breakdown} ${value}`) : `month ${month}`
    if (measure === RELEASED_MEASURE) add(`${row}/released`, count)
    else {
      const told = measure.startsWith('flow-') ? detail : shownDetail(detail as Parameters<typeof shownDetail>[0])
      add(`${row}/${measure}/${outcome}/${told}`, count)
      if (measure === 'flow-dosed' || measure === 'flow-in-treatment') continue
      add(`${row}/${measure}/${outcome}`, count)
      if (outcome !== 'left-out') add(`${row}/${measure}/counted`, count)
    }
  }
  return counts
}
