import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** Somebody closes a plan. The reason is asked for while a critical item stands open, and left out by the second person. */
export const ClosePlanInput = inputOf({
  episodeId: idOf('care-plan.episodeId'),
  requestId: RequestId,
  /** The version of the plan on the screen. */
  seenVersion: SeenVersion,
  reason: filledText('care-plan.reason', 500).nullable(),
})
export type ClosePlanInput = z.infer<typeof ClosePlanInput>
