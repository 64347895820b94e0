import type { z } from 'zod'
import { isReasonSaid } from '../request/reason-in-words.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { HandoffOutcome } from './handoff-outcomes.ts'
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

/** The service asks before it can say yes or no: what it needs to know, in words. The answer comes with a new handoff. */
export const ReturnHandoffInput = inputOf({ ...ANSWER, words: filledText('handoff.words', 500) })
export type ReturnHandoffInput = z.infer<typeof ReturnHandoffInput>

/** Whoever has it has begun. */
export const StartHandoffInput = inputOf(ANSWER)
export type StartHandoffInput = z.infer<typeof StartHandoffInput>

/** What was handed over is done, and what came of it. "Other" says it in words. */
export const FinishHandoffInput = inputOf({
  ...ANSWER,
  outcome: HandoffOutcome,
  words: filledText('handoff.words', 500).nullable(),
}).refine(({ outcome, words }) => outcome !== 'other' || words !== null, {
  path: ['words'],
  error: 'handoff.words.missing',
})
export type FinishHandoffInput = z.infer<typeof FinishHandoffInput>
