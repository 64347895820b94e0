import type { z } from 'zod'
import { isReasonSaid } from '../request/reason-in-words.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { CloseReason, RevokeReason } from './handoff-reasons.ts'

const BY_THE_SENDER = {
  handoffId: idOf('handoff.handoffId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
}

/** The sending team, or its manager, takes a handoff back. "Other" says why in words. */
export const RevokeHandoffInput = inputOf({
  ...BY_THE_SENDER,
  reason: RevokeReason,
  words: filledText('handoff.words', 500).nullable(),
}).refine(isReasonSaid, {
  path: ['words'],
  error: 'handoff.words.missing',
})
export type RevokeHandoffInput = z.infer<typeof RevokeHandoffInput>

/** A rejected, returned or unanswered handoff goes out again, to the same service or to another. */
export const ResendHandoffInput = inputOf({
  ...BY_THE_SENDER,
  receivingServiceId: idOf('handoff.receivingServiceId'),
  /** What the sender says to whoever gets it now: the answer, where it came back for information. */
  words: filledText('handoff.words', 500).nullable(),
})
export type ResendHandoffInput = z.infer<typeof ResendHandoffInput>

/** The sender has read a rejection, or what became of one that nobody answered, and lets it be. "Other" says why in words. */
export const CloseHandoffInput = inputOf({
  ...BY_THE_SENDER,
  reason: CloseReason,
  words: filledText('handoff.words', 500).nullable(),
}).refine(isReasonSaid, {
  path: ['words'],
  error: 'handoff.words.missing',
})
export type CloseHandoffInput = z.infer<typeof CloseHandoffInput>
