import { type CountTable, type ShownCount, SMALLEST_COUNT } from '../continuity/small-counts.ts'
import { type ShownTables, suppressTables } from '../continuity/suppress-tables.ts'
import { type Draw, percentileInterval } from './bootstrap.ts'
import type { Replay } from './replay-release.ts'
import { NOT_REPLAYED_REASONS, type NotReplayedReason, type Reach, type SimulatedRule } from './simulation-codes.ts'

/** An estimate with its 95 % interval. */
export type Difference = { value: number; lower: number; upper: number }

/** What one set of rules would have made of the releases. Null: fewer than five people, and not shown. */
export type ToldScenario = {
  rules: readonly SimulatedRule[]
  /** How many releases the rules reached, and of how many nobody can say what would have come of them. */
  reached: ShownCount
  unknown: ShownCount
  /** `few`: so few were reached that an answer would be about them. */
  state: 'told' | 'nobody-reached' | 'few'
  uncoveredDays: number | null
  difference: Difference | null
  /** Between 0 and 1. */
  within48: number | null
  /** In shares: 0.05 is five percentage points. */
  within48Difference: Difference | null
}

export type ToldSimulation = {
  /** Releases of people on treatment in the period, those that were replayed and why the others were not. */
  total: ShownCount
  replayed: ShownCount
  notReplayed: { reason: NotReplayedReason; count: ShownCount }[]
  asItWas: { uncoveredDays: number | null; within48: number | null }
  scenarios: ToldScenario[]
}

/** One set of rules with what became of every release under it, in one order for all sets. */
export type Scenario = { rules: readonly SimulatedRule[]; replays: readonly (Replay & { reach: Reach })[] }

/**
 * Which sets of rules are replayed: each rule alone, and together those that do not reach one to four people by themselves. With
 * such a rule among them, what it changed could be told by subtraction from the same set without it (rule SIM-4).
 *
 * @param reached how many releases each of the rules reaches
 */
export function setsOf(reached: ReadonlyMap<SimulatedRule, number>): (readonly SimulatedRule[])[] {
  const rules = [...reached.keys()]
  const together = rules.filter((rule) => !isSmall(reached.get(rule) ?? 0))
  return [...rules.map((rule) => [rule]), ...(together.length > 1 ? [together] : [])]
}

/** What one release adds to the sums of a run: for each set of rules its days, then its 48 hours. */
export function differencesOf(before: readonly Replay[], scenarios: readonly Scenario[]): number[][] {
  return before.map((was, place) =>
    scenarios.flatMap(({ replays }) => {
      const would = replays[place] ?? was
      return [would.uncoveredDays - was.uncoveredDays, Number(would.isWithin48Hours) - Number(was.isWithin48Hours)]
    }),
  )
}

/**
 * The answer as it may be shown (rules SIM-3, SIM-4): no count or complement of 1 to 4, nor what would tell one by
 * subtraction; no days and no share that would be those of fewer than five people.
 *
 * @param before one entry for each release that was replayed, at least ten
 * @param draws of {@link differencesOf}
 */
export function tellSimulation(
  before: readonly Replay[],
  scenarios: readonly Scenario[],
  notReplayed: ReadonlyMap<NotReplayedReason, number>,
  draws: readonly Draw[],
): ToldSimulation {
  const shown = suppressTables([
    reasonsTable(before.length, notReplayed),
    metTable(WAS, before),
    ...scenarios.flatMap(({ replays }, place) => [metTable(`${place}`, replays), reachTable(`${place}`, replays)]),
  ])
  const was = { uncoveredDays: shownDays(before), within48: shownShare(shown, WAS, before) }
  const told = scenarios.map(({ rules, replays }, place): ToldScenario => {
    const id = `${place}`
    const reached = replays.filter(({ reach }) => reach === 'reached').length
    const silent = { rules, reached: shown.count(`${id} reached`), unknown: shown.count(`${id} unknown`), ...NOTHING }
    if (reached === 0) return { ...silent, state: 'nobody-reached' }
    if (reached < SMALLEST_COUNT) return { ...silent, state: 'few' }
    const [days, share] = [shownDays(replays), shownShare(shown, id, replays)]
    const differ = (column: number, scale: number) => differenceOf(before, replays, draws, place * 2 + column, scale)
    return {
      ...silent,
      state: 'told',
      uncoveredDays: was.uncoveredDays === null ? null : days,
      difference: was.uncoveredDays === null || days === null ? null : differ(0, 1),
      within48: was.within48 === null ? null : share,
      within48Difference: was.within48 === null || share === null ? null : differ(1, before.length),
    }
  })
  return {
    total: shown.count('total'),
    replayed: shown.count('replayed'),
    notReplayed: NOT_REPLAYED_REASONS.map((reason) => ({ reason, count: shown.count(reason) })),
    asItWas: was,
    scenarios: told,
  }
}

const WAS = 'was'
const NOTHING = { uncoveredDays: null, difference: null, within48: null, within48Difference: null } as const

function differenceOf(
  before: readonly Replay[],
  replays: readonly Replay[],
  draws: readonly Draw[],
  column: number,
  scale: number,
): Difference {
  const countOf = (replay: Replay) => (column % 2 === 0 ? replay.uncoveredDays : Number(replay.isWithin48Hours))
  const value = sum(replays.map(countOf)) - sum(before.map(countOf))
  const { lower, upper } = percentileInterval(draws, column)
  return { value: value / scale, lower: lower / scale, upper: upper / scale }
}

/** Days are told unless they are those of one to four people. */
function shownDays(replays: readonly Replay[]): number | null {
  const people = replays.filter(({ uncoveredDays }) => uncoveredDays > 0).length
  return isSmall(people) ? null : sum(replays.map(({ uncoveredDays }) => uncoveredDays))
}

function shownShare(shown: ShownTables, id: string, replays: readonly Replay[]): number | null {
  const isHidden = [`${id} met`, `${id} not met`].some((each) => shown.count(each) === 'hidden')
  return isHidden ? null : metOf(replays) / replays.length
}

function metOf(replays: readonly Replay[]): number {
  return replays.filter(({ isWithin48Hours }) => isWithin48Hours).length
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_COUNT
}

function reasonsTable(replayed: number, notReplayed: ReadonlyMap<NotReplayedReason, number>): CountTable {
  const counts = NOT_REPLAYED_REASONS.map((reason): [string, number] => [reason, notReplayed.get(reason) ?? 0])
  return tableOf('total', [['replayed', replayed], ...counts])
}

function metTable(id: string, replays: readonly Replay[]): CountTable {
  const met = metOf(replays)
  return tableOf('replayed', [
    [`${id} met`, met],
    [`${id} not met`, replays.length - met],
  ])
}

function reachTable(id: string, replays: readonly { reach: Reach }[]): CountTable {
  const of = (reach: Reach) => replays.filter((each) => each.reach === reach).length
  return tableOf('replayed', [
    [`${id} reached`, of('reached')],
    [`${id} unknown`, of('unknown')],
    [`${id} not reached`, of('not-reached')],
  ])
}

function tableOf(total: string, parts: readonly (readonly [id: string, count: number])[]): CountTable {
  const cells = parts.map(([id, count]) => ({ id, count }))
  return {
    cells: [{ id: total, count: sum(cells.map(({ count }) => count)) }, ...cells],
    sums: [{ total, parts: cells.map(({ id }) => id) }],
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
