import { z } from 'zod'
import { isReasonSaid } from '../request/reason-in-words.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { CANCEL_REASONS } from './cancel-reasons.ts'

/** The release date was withdrawn, and there is no new one. "Other" says why in words. */
export const CancelReleaseInput = inputOf({
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of the custody episode on the screen. */
  seenVersion: SeenVersion,
  reason: z.enum(CANCEL_REASONS, 'release.reason.missing'),
  words: filledText('release.words', 400).nullable(),
}).refine(isReasonSaid, {
  path: ['words'],
  error: 'release.words.missing',
})
export type CancelReleaseInput = z.infer<typeof CancelReleaseInput>
