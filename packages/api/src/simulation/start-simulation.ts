import { randomInt } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { enqueueJob } from '@throughcare/db/job/job-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { recordSimulation } from '@throughcare/db/simulation/simulation-repository'
import type { StartSimulationInput } from '@throughcare/domain/simulation/start-simulation-input'
import { invalidField, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type SimulationStarted = { simulationId: string }

/** A whole number that PostgreSQL's integer holds. */
const SEEDS = 2 ** 31

/**
 * Has the releases of the actor's own scope replayed under other rules, in the background. Nothing of a case is read here.
 *
 * @throws AppError `invalid-input` for a dosing point that doses nobody · `refused` with `simulation.under-way` while another
 *   run of the service goes on
 */
export function startSimulation(actor: Actor, input: StartSimulationInput): Promise<SimulationStarted> {
  return perform(actor, 'simulation.start', input, async (deed) => {
    const { requestId, from, to, rules } = input
    const sundayServiceId = rules.includes('open-on-sunday') ? input.sundayServiceId : null
    if (sundayServiceId !== null && !(await findService(deed, sundayServiceId))?.canDose)
      throw invalidField('sundayServiceId', 'simulation.sundayServiceId.cannot-dose')
    const simulationId = await recordSimulation(deed, { from, to, rules, sundayServiceId }, randomInt(SEEDS))
    if (simulationId === null) throw refused('simulation.under-way')
    await enqueueJob(deed, 'run-simulation', { serviceId: actor.serviceId, simulationId })
    await recordAudit(deed, { action: 'simulation.start', fields: rules, requestId })
    return { simulationId }
  })
}
