import type { z } from 'zod'
import { isReasonSaid } from '../request/reason-in-words.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { RejectReason } from './handoff-reasons.ts'

const ANSWER = {
  handoffId: idOf('handoff.handoffId'),
  requestId: RequestId,
  /** The version on the receiver's screen: a service answers what it read, not what changed since. */
  seenVersion: SeenVersion,
}

/** The service has it. */
export const AcknowledgeHandoffInput = inputOf(ANSWER)
export type AcknowledgeHandoffInput = z.infer<typeof AcknowledgeHandoffInput>

/** A named worker has it. Null: the one who presses. A manager names somebody of the own service. */
export const AcceptHandoffInput = inputOf({ ...ANSWER, workerId: idOf('handoff.workerId').nullable() })
export type AcceptHandoffInput = z.infer<typeof AcceptHandoffInput>

/** The service does not take it, and says why. "Other" says it in words. */
export const RejectHandoffInput = inputOf({
  ...ANSWER,
  reason: RejectReason,
  words: filledText('handoff.words', 500).nullable(),
}).refine(isReasonSaid, {
  path: ['words'],
  error: 'handoff.words.missing',
})
export type RejectHandoffInput = z.infer<typeof RejectHandoffInput>

/** What was handed over is done. */
export const FinishHandoffInput = inputOf(ANSWER)
export type FinishHandoffInput = z.infer<typeof FinishHandoffInput>
