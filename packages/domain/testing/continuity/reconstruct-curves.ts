import type { CurveTotal } from '../../src/continuity/curve/curve-of-totals.ts'
import { CURVES, type Curve } from '../../src/continuity/curve/curves.ts'
import { showApart } from '../../src/continuity/curve/show-apart.ts'
import { type CurveGroup, type ShownCurve, showCurves } from '../../src/continuity/curve/show-curves.ts'
import { isToldByFigures, peopleBetween } from '../../src/continuity/curve/told-by-figures.ts'
import type { ShownFigures } from '../../src/continuity/show-figures.ts'
import { type CurvesOfScope, FIGURE_OF_CURVE } from './curve-country.ts'
import type { System } from './told-system.ts'

type Page = {
  /** What the other pages show. */
  figures: ShownFigures
  hasOwnList: boolean
  /** The name of a count of the figures: the same people bear the same name. */
  nameOf: (breakdown: string, value: string, key: string) => string
}

type Group = ReturnType<CurvesOfScope['groupsOf']>[number]
type Of = { breakdown: string; value: string; curve: Curve; totals: readonly CurveTotal[] }

/** Two to either side of a five. */
const HALF = 2

/**
 * All pages of curves that a role can get. The attacker is given more than they tell: how many had the event by each moment that is
 * told, and how many had died or gone back, in fives, as if nobody had ever been out of sight; and how many were waited for, in fives.
 *
 * He knows that everybody released is waited for until first contact, that whoever stands below the line of "treatment within 21 days"
 * is waited for until treatment starts, that those on treatment are part of those released, and that who had a dose within 48
 * hours met that figure unless he died or went back inside.
 */
export function addCurves(system: System, of: CurvesOfScope, page: Page): void {
  const { figures } = page
  for (const curve of CURVES) {
    const whole = of.groupsOf(curve, 'all')
    const { shown, moments } = showCurves(handedOver(whole), {
      isTold: (value) => isToldByFigures(figures, curve, { breakdown: 'all', value }),
    })
    for (const group of whole) tellGroup(system, { group, breakdown: 'all', curve, moments, shown, page })
    const apart = showApart(
      whole.reduce((sum, { totals }) => sum + count(totals, () => true), 0),
      moments,
      new Map(
        of.breakdowns.map((breakdown) => [
          breakdown,
          {
            groups: handedOver(of.groupsOf(curve, breakdown)),
            isTold: (value) => isToldByFigures(figures, curve, { breakdown, value }),
            between: (value) => peopleBetween(figures, curve, { breakdown, value }),
          },
        ]),
      ),
    )
    for (const breakdown of of.breakdowns) {
      const groups = of.groupsOf(curve, breakdown)
      const told = apart.get(breakdown)
      if (!told || told.shown.length === 0) continue
      for (const group of groups)
        tellGroup(system, { group, breakdown, curve, moments: told.moments, shown: told.shown, page })
      addDown(system, curve, groups, { breakdown, moments: told.moments, page })
    }
  }
}

function handedOver(groups: readonly Group[]): CurveGroup[] {
  return groups.map(({ value, totals, known }) => ({ value, totals, known }))
}

type Told = {
  group: Group
  breakdown: string
  curve: Curve
  moments: readonly number[]
  shown: readonly ShownCurve[]
  page: Page
}

function tellGroup(system: System, { group, breakdown, curve, moments, shown, page }: Told): void {
  const { value } = group
  const own = page.hasOwnList ? group.known : []
  const told = shown.find((each) => each.value === value)
  const name = (key: string) => page.nameOf(breakdown, value, `curve ${curve}/${key}`)
  const restOf = (isIn: (total: CurveTotal) => boolean) => count(group.totals, isIn) - count(own, isIn)
  const cell = (key: string, isIn: (total: CurveTotal) => boolean) => system.add(name(key), restOf(isIn), false)
  const tell = (place: number, isIn: (total: CurveTotal) => boolean) => {
    const fives = Math.round(count(group.totals, isIn) / 5) * 5
    system.tellBetween(place, fives - HALF - count(own, isIn), fives + HALF - count(own, isIn))
  }
  const people = peopleOf(system, { breakdown, value, curve, totals: group.totals }, own, page)
  if (told) tell(people, () => true)
  let before: { place: number; hours: number } | null = null
  for (const hours of moments) {
    const had = (total: CurveTotal) => total.end === 'event' && total.hours <= hours
    const hadBefore = (total: CurveTotal) => total.end === 'event' && total.hours < hours
    const out = (total: CurveTotal) => total.end !== 'event' && total.hours < hours
    const place = cell(`had by ${hours}`, had)
    const last = before
    if (last)
      system.sum(place, [
        last.place,
        cell(`had from ${last.hours} to ${hours}`, (total) => had(total) && total.hours > last.hours),
      ])
    before = { place, hours }
    system.sum(people, [place, cell(`had not by ${hours}`, (total) => !had(total))])
    const point = told?.points.find((each) => each.hours === hours)
    if (!point) continue
    tell(place, had)
    const [earlier, gone, waiting] = [
      cell(`had before ${hours}`, hadBefore),
      cell(`out of sight before ${hours}`, out),
      cell(`waiting at ${hours}`, (total) => total.hours >= hours),
    ]
    system.sums.push({ total: people, parts: [earlier, gone, waiting] })
    system.sum(place, [earlier, cell(`had at ${hours}`, (total) => total.end === 'event' && total.hours === hours)])
    if (point.atRisk !== null) tell(waiting, (total) => total.hours >= hours)
    if (point.competing === null) continue
    const left = (total: CurveTotal) => total.end !== null && total.end !== 'event'
    const leftBefore = cell(`left before ${hours}`, (total) => left(total) && total.hours < hours)
    const leftBy = cell(`left by ${hours}`, (total) => left(total) && total.hours <= hours)
    tell(leftBy, (total) => left(total) && total.hours <= hours)
    system.sum(leftBy, [leftBefore, cell(`left at ${hours}`, (total) => left(total) && total.hours === hours)])
    system.sum(gone, [
      leftBefore,
      cell(`not watched to ${hours}`, (total) => total.end === null && total.hours < hours),
    ])
  }
  addFigure(system, group, { breakdown, curve, page })
}

/** Those whom a curve waits for, by the name under which the figures count the same people. */
function peopleOf(
  system: System,
  { breakdown, value, curve, totals }: Of,
  own: readonly CurveTotal[],
  page: Page,
): number {
  const rest = count(totals, () => true) - count(own, () => true)
  const figure = (key: string) => system.places.get(page.nameOf(breakdown, value, key))
  if (curve === 'first-contact')
    return figure('released') ?? system.add(page.nameOf(breakdown, value, 'released'), rest, false)
  if (curve === 'treatment-start') {
    const counted = figure('treatment-within-21-days/counted')
    if (counted !== undefined) return counted
  }
  const people = system.add(page.nameOf(breakdown, value, `curve ${curve}/people`), rest, false)
  if (curve !== 'first-dose') return people
  for (const [key, isOf] of [
    ['released', 'not on treatment'],
    ['dose-within-48-hours/counted', 'gone within 48 hours'],
  ] as const) {
    const other = figure(key)
    if (other === undefined) continue
    const difference = Math.abs((system.values[other] ?? 0) - rest)
    const beside = system.add(page.nameOf(breakdown, value, `curve ${curve}/${isOf}`), difference, false)
    if (key === 'released') system.sum(other, [people, beside])
    else system.sum(people, [other, beside])
  }
  return people
}

/** Who had the event in time and met the figure of it is the same person. */
function addFigure(
  system: System,
  group: Group,
  { breakdown, curve, page }: Omit<Told, 'group' | 'moments' | 'shown'>,
): void {
  const figure = FIGURE_OF_CURVE[curve]
  if (!figure) return
  const at = (key: string) => system.places.get(page.nameOf(breakdown, group.value, key))
  const [had, met] = [at(`curve ${curve}/had by ${figure.hours}`), at(`${figure.indicator}/met`)]
  if (had === undefined || met === undefined) return
  const rest = group.both - (page.hasOwnList ? group.bothOwn : 0)
  const name = (key: string) => page.nameOf(breakdown, group.value, `curve ${curve}/${key}`)
  const both = system.add(name('had it and met it'), rest, false)
  for (const [place, key] of [
    [had, 'had it and did not meet it'],
    [met, 'met it and had it later'],
  ] as const)
    system.sum(place, [both, system.add(name(key), (system.values[place] ?? 0) - rest, false)])
}

function addDown(
  system: System,
  curve: Curve,
  groups: readonly Group[],
  { breakdown, moments, page }: { breakdown: string; moments: readonly number[]; page: Page },
): void {
  for (const key of ['people', ...moments.map((hours) => `had by ${hours}`)]) {
    const name = `curve ${curve}/${key}`
    const total = system.places.get(page.nameOf('all', 'all', name))
    const parts = groups.flatMap(({ value }) => system.places.get(page.nameOf(breakdown, value, name)) ?? [])
    if (total !== undefined && parts.length === groups.length) system.sum(total, parts)
  }
}

function count(totals: readonly CurveTotal[], isIn: (total: CurveTotal) => boolean): number {
  return totals.reduce((sum, total) => sum + (isIn(total) ? total.count : 0), 0)
}
