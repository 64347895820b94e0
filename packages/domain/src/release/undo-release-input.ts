import { z } from 'zod'
import { isReasonSaid } from '../request/reason-in-words.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { UNDO_REASONS } from './undo-reasons.ts'

/** A press of "Released now" that was wrong. "Other" says why in words. */
export const UndoReleaseInput = inputOf({
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of the custody episode on the screen. */
  seenVersion: SeenVersion,
  reason: z.enum(UNDO_REASONS, 'release.reason.missing'),
  words: filledText('release.words', 500).nullable(),
}).refine(isReasonSaid, {
  path: ['words'],
  error: 'release.words.missing',
})
export type UndoReleaseInput = z.infer<typeof UndoReleaseInput>
