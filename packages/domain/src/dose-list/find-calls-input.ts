import type { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'

/** Of which case the emergency calls are asked for; null: of all that concern the service. */
export const FindCallsInput = inputOf({ episodeId: idOf('dose-list.episodeId').nullable() })
export type FindCallsInput = z.infer<typeof FindCallsInput>
