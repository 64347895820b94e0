import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHandoff, type Handoff } from '@throughcare/db/handoff/handoff-repository'
import {
  findMessages,
  recordMessage,
  type StoredMessage,
} from '@throughcare/db/handoff-message/handoff-message-repository'
import { type Notice, recordNotice } from '@throughcare/db/notice/record-notice'
import { isTalkOver, type WriteMessageInput } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type MessageWritten = { messageId: string }

/**
 * One end of a handoff asks the other, or answers. It stands in the record; the other end is told that there is something to
 * read, and never what.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with `handoff-message.over`, `handoff-message.own-question` or
 *   `custody-episode.stopped`
 */
export function writeMessage(actor: Actor, input: WriteMessageInput): Promise<MessageWritten> {
  return perform(actor, 'handoff-message.write', input, async (deed) => {
    const { handoffId, answersId, text, requestId } = input
    const handoff = await findHandoff(deed, handoffId)
    if (!handoff) throw new AppError('not-found')
    await getPart(deed, handoff.episodeId, 'handoff-message.write', handoff.area)
    if (isTalkOver(handoff.status)) throw refused('handoff-message.over', { status: handoff.status })
    const question = answersId === null ? null : await getQuestion(deed, handoffId, answersId)
    const kind = question ? 'answer' : 'question'
    const messageId = await recordMessage(deed, handoff, { kind, answersId, text })
    await tell(deed, handoff, question, messageId)
    await recordAudit(deed, {
      action: 'handoff-message.write',
      episodeIds: [handoff.episodeId],
      personIds: [handoff.personId],
      fields: [kind],
      requestId,
    })
    return { messageId }
  })
}

async function getQuestion(deed: Deed<Actor>, handoffId: string, id: string): Promise<StoredMessage> {
  const question = (await findMessages(deed, handoffId)).find((one) => one.id === id && one.kind === 'question')
  if (!question) throw new AppError('not-found')
  if (question.fromServiceId === deed.actor.serviceId) throw refused('handoff-message.own-question')
  return question
}

/** Whoever has it by name, or asked, is told; where nobody has it yet, whoever works there. */
async function tell(deed: Deed<Actor>, handoff: Handoff, question: StoredMessage | null, messageId: string) {
  const isSender = handoff.side === 'sending'
  const notice = {
    kind: question ? 'handoff-answer' : 'handoff-question',
    serviceId: isSender ? handoff.receivingServiceId : handoff.sendingServiceId,
    episodeId: handoff.episodeId,
    handoffId: handoff.id,
    urgency: handoff.kind === 'emergency' ? 'emergency' : 'ordinary',
    dedupeKey: messageId,
  } as const satisfies Omit<Notice, 'audience'>
  const accountId = question?.byId ?? (isSender ? handoff.workerId : null)
  await recordNotice(deed, { ...notice, audience: accountId ? { accountId } : 'workers' })
}
