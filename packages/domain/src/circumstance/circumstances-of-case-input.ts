import type { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'

/** What a person comes back to, of one case. */
export const CircumstancesOfCaseInput = inputOf({ episodeId: idOf('circumstance.episodeId') })
export type CircumstancesOfCaseInput = z.infer<typeof CircumstancesOfCaseInput>
