import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** "Given today", one row of the dose list: a supervised dose, given as the press arrives. */
export const GiveListedDoseInput = inputOf({
  episodeId: idOf('dose-list.episodeId'),
  treatmentId: idOf('dose-list.treatmentId'),
  requestId: RequestId,
  /** The version of the treatment on the screen: every entry about it raises it. */
  seenVersion: SeenVersion,
})
export type GiveListedDoseInput = z.infer<typeof GiveListedDoseInput>
