import type { z } from 'zod'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { ReleaseKind } from './release-codes.ts'

/** "Released now", or learned of later. When it was recorded is the server's business and is not sent. */
export const RecordReleaseInput = inputOf({
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of the custody episode on the screen. */
  seenVersion: SeenVersion,
  /** When the person went through the gate. */
  releasedAt: instantOf('release.releasedAt'),
  /** When staff learned of it: for a release from court, hours later. */
  learnedAt: instantOf('release.learnedAt'),
  kind: ReleaseKind,
})
export type RecordReleaseInput = z.infer<typeof RecordReleaseInput>
