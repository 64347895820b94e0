import type { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'

/** The first 48 hours of one case. */
export const FirstHoursInput = inputOf({ episodeId: idOf('outcome.episodeId') })
export type FirstHoursInput = z.infer<typeof FirstHoursInput>
