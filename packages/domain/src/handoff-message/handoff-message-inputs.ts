import type { z } from 'zod'
import type { HandoffStatus } from '../handoff/handoff-statuses.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** What one end of a handoff says to the other. A question stays open until the other end has answered it. */
export const MESSAGE_KINDS = ['question', 'answer'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** Which end owes the answer to an open question, as the reader sees it. */
export const OPEN_QUESTIONS = ['ours', 'theirs'] as const
export type OpenQuestion = (typeof OPEN_QUESTIONS)[number]

/** Is the handoff over, so that nobody is asked on it any more? What was said stays. */
export function isTalkOver(status: HandoffStatus): boolean {
  return ['draft', 'revoked', 'closed', 'timed-out'].includes(status)
}

/** The messages of one handoff. */
export const MessagesOfHandoffInput = inputOf({ handoffId: idOf('handoff-message.handoffId') })
export type MessagesOfHandoffInput = z.infer<typeof MessagesOfHandoffInput>

/** A question to the other end, or the answer to one of theirs. */
export const WriteMessageInput = inputOf({
  handoffId: idOf('handoff-message.handoffId'),
  requestId: RequestId,
  /** The question that this answers; null for a question of one's own. */
  answersId: idOf('handoff-message.answersId').nullable(),
  text: filledText('handoff-message.text', 2000),
})
export type WriteMessageInput = z.infer<typeof WriteMessageInput>
