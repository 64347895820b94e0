import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  findDosingPoints,
  findSimulations,
  type StoredSimulation,
} from '@throughcare/db/simulation/simulation-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type Month, windowMonths } from '@throughcare/domain/continuity/report-window'
import type { SimulationsInput } from '@throughcare/domain/simulation/start-simulation-input'
import type { ToldSimulation } from '@throughcare/domain/simulation/tell-simulation'

/** What a run answered: the months that were replayed, and what may be shown. */
export type SimulationResult = ToldSimulation & { period: { from: Month; to: Month } }

/** A run as the page tells of it. Instants are ISO 8601. */
export type SimulationRun = Omit<StoredSimulation, 'askedAt' | 'endedAt' | 'result'> & {
  askedAt: string
  endedAt: string | null
}

export type SimulationPage = {
  /** Every month that can be asked for, the earliest first. */
  months: Month[]
  dosingPoints: { id: string; name: string }[]
  /** Runs of the own service, the newest first. */
  runs: SimulationRun[]
  /** The run that was asked for, or else the newest; null where there is none. */
  chosen: (SimulationRun & { result: SimulationResult | null }) | null
}

/** Runs that the page lists. */
const LISTED = 10

/** The runs of the own service with the answer of one of them: figures without a case, small counts left out before they were kept. */
export function listSimulations(actor: Actor, { simulationId }: SimulationsInput): Promise<SimulationPage> {
  return asActor(actor, async (deed) => {
    const stored = await findSimulations(deed, simulationId, LISTED)
    const chosen = simulationId === null ? stored[0] : stored.find(({ id }) => id === simulationId)
    return {
      months: windowMonths(plainDateIn(deed.now, getZone(actor.serviceTimeZone))),
      dosingPoints: await findDosingPoints(deed),
      runs: stored.map(runOf),
      chosen: chosen ? { ...runOf(chosen), result: chosen.result as SimulationResult | null } : null,
    }
  })
}

function runOf({ result: _result, askedAt, endedAt, ...run }: StoredSimulation): SimulationRun {
  return { ...run, askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
}
