import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** The person was moved to another prison. The case goes with them. */
export const TransferInput = inputOf({
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of the custody episode on the screen. */
  seenVersion: SeenVersion,
  toPrisonId: idOf('release.toPrisonId'),
})
export type TransferInput = z.infer<typeof TransferInput>
