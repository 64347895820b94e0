import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { cancelStoredSimulation, findSimulations } from '@throughcare/db/simulation/simulation-repository'
import type { CancelSimulationInput } from '@throughcare/domain/simulation/start-simulation-input'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type SimulationCancelled = { cancelledAt: string }

/**
 * Stops a run of the own service. The worker sees it at its next step and leaves off.
 *
 * @throws AppError `not-found` · `refused` with `simulation.over` for one that has ended
 */
export function cancelSimulation(actor: Actor, input: CancelSimulationInput): Promise<SimulationCancelled> {
  return perform(actor, 'simulation.cancel', input, async (deed) => {
    const { simulationId, requestId } = input
    if (!(await cancelStoredSimulation(deed, simulationId))) {
      const [found] = await findSimulations(deed, simulationId, 0)
      throw found ? refused('simulation.over') : new AppError('not-found')
    }
    await recordAudit(deed, { action: 'simulation.cancel', requestId })
    return { cancelledAt: deed.now.toISOString() }
  })
}
