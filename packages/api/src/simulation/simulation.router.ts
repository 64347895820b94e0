import {
  CancelSimulationInput,
  SimulationsInput,
  StartSimulationInput,
} from '@throughcare/domain/simulation/start-simulation-input'
import { allowed, router } from '../trpc.ts'
import { cancelSimulation } from './cancel-simulation.ts'
import { listSimulations } from './list-simulations.ts'
import { startSimulation } from './start-simulation.ts'

/** Releases replayed under other rules. */
export const simulationRouter = router({
  list: allowed('simulation.list')
    .input(SimulationsInput)
    .query(({ ctx, input }) => listSimulations(ctx.actor, input)),
  start: allowed('simulation.start')
    .input(StartSimulationInput)
    .mutation(({ ctx, input }) => startSimulation(ctx.actor, input)),
  cancel: allowed('simulation.cancel')
    .input(CancelSimulationInput)
    .mutation(({ ctx, input }) => cancelSimulation(ctx.actor, input)),
})
