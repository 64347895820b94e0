import { z } from 'zod'
import { MonthInput } from '../continuity/month-input.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { SIMULATED_RULES } from './simulation-codes.ts'

/** "Replay these months under other rules". */
export const StartSimulationInput = inputOf({
  requestId: RequestId,
  from: MonthInput,
  to: MonthInput,
  rules: z
    .array(z.enum(SIMULATED_RULES, 'simulation.rules.unknown'), 'simulation.rules.missing')
    .min(1, 'simulation.rules.missing')
    .max(SIMULATED_RULES.length, 'simulation.rules.unknown')
    .refine((rules) => new Set(rules).size === rules.length, 'simulation.rules.unknown'),
  /** The dosing point that would be open on Sundays. Null: all of them. */
  sundayServiceId: idOf('simulation.sundayServiceId').nullable(),
}).refine(({ from, to }) => from <= to, { message: 'simulation.to.before-from', path: ['to'] })
export type StartSimulationInput = z.infer<typeof StartSimulationInput>

/** "Stop this run". */
export const CancelSimulationInput = inputOf({ requestId: RequestId, simulationId: idOf('simulation.simulationId') })
export type CancelSimulationInput = z.infer<typeof CancelSimulationInput>

/** The runs of the own service, and one of them. Null: the newest. */
export const SimulationsInput = inputOf({ simulationId: idOf('simulation.simulationId').nullable() })
export type SimulationsInput = z.infer<typeof SimulationsInput>
