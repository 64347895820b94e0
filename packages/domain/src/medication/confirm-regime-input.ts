import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** "On regime, confirmed on this day": inside, this stands for every single dose until it goes stale (rule DOSE-4). */
export const ConfirmRegimeInput = inputOf({
  episodeId: idOf('regime.episodeId'),
  treatmentId: idOf('regime.treatmentId'),
  requestId: RequestId,
  /** The version of the treatment on the screen. */
  seenVersion: SeenVersion,
  confirmedOn: PlainDate,
})
export type ConfirmRegimeInput = z.infer<typeof ConfirmRegimeInput>
