import type { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'

export const TimelineInput = inputOf({ episodeId: idOf('timeline.episodeId') })
export type TimelineInput = z.infer<typeof TimelineInput>
