import {
  CancelSimulationInput,
  SimulationsInput,
  StartSimulationInput,
} from '../../src/simulation/start-simulation-input.ts'
import { ID, type InputSample, REQUEST } from './sample.ts'

/** Releases replayed under other rules. */
export const SIMULATION_INPUTS: Readonly<Record<string, InputSample>> = {
  'simulation.start': {
    schema: StartSimulationInput,
    takes: { ...REQUEST, from: '2026-01', to: '2026-03', rules: ['open-on-sunday'], sundayServiceId: null },
  },
  'simulation.cancel': { schema: CancelSimulationInput, takes: { ...REQUEST, simulationId: ID } },
  'simulation.list': { schema: SimulationsInput, takes: { simulationId: null } },
}
