import { setImmediate } from 'node:timers/promises'
import { type SystemActor, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import type { Jobs } from '@throughcare/db/job/job-repository'
import {
  beginSimulation,
  endSimulation,
  recordProgress,
  type SimulationAsked,
  type SimulationEnd,
} from '@throughcare/db/simulation/simulation-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type Month, windowMonths } from '@throughcare/domain/continuity/report-window'
import { bootstrapRuns, type Draw } from '@throughcare/domain/simulation/bootstrap'
import { reachUnder, replayUnder } from '@throughcare/domain/simulation/change-rules'
import { widenPeriod } from '@throughcare/domain/simulation/period-blocks'
import { type Replay, reasonNotReplayed } from '@throughcare/domain/simulation/replay-release'
import {
  BOOTSTRAP_RUNS,
  FEWEST_RELEASES,
  type NotReplayedReason,
  type SimulatedRule,
} from '@throughcare/domain/simulation/simulation-codes'
import { differencesOf, type Scenario, setsOf, tellSimulation } from '@throughcare/domain/simulation/tell-simulation'
import { type KnownPlaces, type ReadReplay, readReplays } from './read-replays.ts'

/** Percent after the months were counted, and after their releases were replayed. */
const COUNTED = 20
const REPLAYED = 50
/** Months that are read at once. */
const MONTHS_AT_ONCE = 3
/** Draws between two looks whether somebody cancelled. */
const RUNS_AT_ONCE = 100
/** Releases between two breaths, in which the worker does other things. */
const RELEASES_AT_ONCE = 100

type Run = { actor: SystemActor; simulationId: string; asked: SimulationAsked; known: KnownPlaces; now: Date }

/** Thrown inwards when somebody cancelled. */
class Cancelled extends Error {}

/**
 * Replays the releases of a run and draws them anew a thousand times (rules SIM-1 to SIM-4). Run by the worker, for the service
 * that asked; run again after an interruption it starts over and comes to the same answer, since the seed is stored.
 */
export async function runSimulation({ serviceId, simulationId }: Jobs['run-simulation']): Promise<void> {
  const actor = systemActor(serviceId)
  const begun = await asActor(actor, async (deed) => {
    const asked = await beginSimulation(deed, simulationId)
    return asked && { asked, now: deed.now }
  })
  if (begun === null) return
  const { asked, now } = begun
  const run: Run = { actor, simulationId, asked, now, known: { hours: new Map(), depots: new Map() } }
  try {
    const end = await replayAll(run, windowMonths(plainDateIn(now, getZone(asked.timeZone))), asked.seed)
    await asActor(actor, (deed) => endSimulation(deed, simulationId, end))
  } catch (error) {
    if (error instanceof Cancelled) return
    await asActor(actor, (deed) => endSimulation(deed, simulationId, { state: 'failed' }))
    throw error
  }
}

async function replayAll(run: Run, window: readonly Month[], seed: number): Promise<SimulationEnd> {
  const counted = await countMonths(run, window)
  const period = widenPeriod(counted, run.asked)
  if (period === null) return { state: 'refused', refusal: 'too-few-releases' }

  const inPeriod = counted.filter(({ month }) => period.from <= month && month <= period.to)
  const reached = run.asked.rules.map(
    (rule) => [rule, inPeriod.reduce((sum, month) => sum + (month.reached.get(rule) ?? 0), 0)] as const,
  )
  const replayed = await replayMonths(
    run,
    inPeriod.map(({ month }) => month),
    setsOf(new Map(reached)),
  )
  if (replayed.before.length < FEWEST_RELEASES) return { state: 'refused', refusal: 'too-few-releases' }
  if (run.asked.sundayServiceId !== null && replayed.atSunday < FEWEST_RELEASES)
    return { state: 'refused', refusal: 'too-few-at-dosing-point' }

  const { before, scenarios, notReplayed } = replayed
  const differences = differencesOf(before, scenarios)
  const draws: Draw[] = []
  for (let from = 0; from < BOOTSTRAP_RUNS; from += RUNS_AT_ONCE) {
    draws.push(...bootstrapRuns(differences, seed, from, Math.min(from + RUNS_AT_ONCE, BOOTSTRAP_RUNS)))
    await say(run, draws.length / BOOTSTRAP_RUNS, [REPLAYED, 99])
  }
  return { state: 'done', result: { period, ...tellSimulation(before, scenarios, notReplayed, draws) } }
}

type CountedMonth = { month: Month; releases: number; reached: Map<SimulatedRule, number> }

/** How many releases of each month can be replayed, and how many of them each rule reaches. */
async function countMonths(run: Run, window: readonly Month[]): Promise<CountedMonth[]> {
  const { rules, sundayServiceId } = run.asked
  const counted = new Map(
    window.map((month): [Month, CountedMonth] => [month, { month, releases: 0, reached: new Map() }]),
  )
  await eachPart(run, window, [0, COUNTED], async (part) => {
    for (const each of part) {
      const of = counted.get(each.month)
      if (!of || reasonOf(run, each) !== null) continue
      of.releases += 1
      for (const rule of rules)
        if (reachUnder(each.release, { rules: [rule], sundayServiceId }, each.depots) === 'reached')
          of.reached.set(rule, (of.reached.get(rule) ?? 0) + 1)
    }
  })
  return [...counted.values()]
}

type Replayed = {
  before: Replay[]
  scenarios: Scenario[]
  notReplayed: Map<NotReplayedReason, number>
  /** How many of the releases that were replayed are dosed at the place that would be open on Sundays. */
  atSunday: number
}

async function replayMonths(
  run: Run,
  months: readonly Month[],
  sets: readonly (readonly SimulatedRule[])[],
): Promise<Replayed> {
  const { sundayServiceId } = run.asked
  const before: Replay[] = []
  const under = sets.map((rules) => ({ rules, replays: [] as ReturnType<typeof replayUnder>[] }))
  const notReplayed = new Map<NotReplayedReason, number>()
  let atSunday = 0
  await eachPart(run, months, [COUNTED, REPLAYED], async (part) => {
    for (const [place, each] of part.entries()) {
      if (place % RELEASES_AT_ONCE === 0) await setImmediate()
      const reason = reasonOf(run, each)
      if (reason !== null) {
        notReplayed.set(reason, (notReplayed.get(reason) ?? 0) + 1)
        continue
      }
      const { release, depots } = each
      before.push(replayUnder(release, { rules: [], sundayServiceId }, depots))
      for (const { rules, replays } of under) replays.push(replayUnder(release, { rules, sundayServiceId }, depots))
      if (release.dosingServiceId === sundayServiceId) atSunday += 1
    }
  })
  return { before, scenarios: under, notReplayed, atSunday }
}

/** Reads the releases of these months a few months at a time, and says after each how far this part of the work is. */
async function eachPart(
  run: Run,
  months: readonly Month[],
  percents: readonly [from: number, to: number],
  work: (part: readonly ReadReplay[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < months.length; from += MONTHS_AT_ONCE) {
    const some = months.slice(from, from + MONTHS_AT_ONCE)
    await work(await asActor(run.actor, (deed) => readReplays(deed, some, run.known)))
    await say(run, Math.min(from + MONTHS_AT_ONCE, months.length) / months.length, percents)
  }
}

function reasonOf({ now }: Run, { release }: ReadReplay): NotReplayedReason | null {
  return reasonNotReplayed(release, now)
}

/** Says how far this part is, between two percents of the whole. @throws Cancelled */
async function say(
  { actor, simulationId }: Run,
  share: number,
  [from, to]: readonly [from: number, to: number],
): Promise<void> {
  const percent = Math.floor(from + share * (to - from))
  if (!(await asActor(actor, (deed) => recordProgress(deed, simulationId, percent)))) throw new Cancelled()
}
