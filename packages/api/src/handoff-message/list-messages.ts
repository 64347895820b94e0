import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { findPartRelation } from '@throughcare/db/handoff/part-relation'
import {
  findMessages,
  recordSeen,
  type StoredMessage,
} from '@throughcare/db/handoff-message/handoff-message-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { isTalkOver, type MessagesOfHandoffInput } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'

export type HandoffMessages = {
  messages: (StoredMessage & { isOurs: boolean; mayAnswer: boolean })[]
  mayWrite: boolean
}

/**
 * What the two services of a handoff asked and answered, the oldest first. Reading it says to the other end that it was seen. Whoever
 * keeps only the envelope finds none.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function listMessages(actor: Actor, { handoffId }: MessagesOfHandoffInput): Promise<HandoffMessages> {
  return asActor(actor, async (deed) => {
    const handoff = await findHandoff(deed, handoffId)
    if (!handoff) throw new AppError('not-found')
    const relation = await findPartRelation(deed, handoff.episodeId)
    const kind = actor.serviceKind as ServiceKind
    if (!mayDo(actor.role, 'handoff-message.by-handoff', relation === 'none' ? 'ended' : relation, kind))
      throw new AppError('not-allowed')
    const mayWrite = mayDo(actor.role, 'handoff-message.write', relation, kind)
    // Managers look on: that they read it is in the trail, and no answer to whoever waits for one.
    if (mayWrite) await recordSeen(deed, handoffId)
    const messages = await findMessages(deed, handoffId)
    await recordAudit(deed, {
      action: 'handoff-message.by-handoff',
      episodeIds: [handoff.episodeId],
      personIds: [handoff.personId],
      fields: messages.length > 0 ? ['messages'] : [],
    })
    return {
      messages: messages.map((one) => ({
        ...one,
        isOurs: one.fromServiceId === actor.serviceId,
        mayAnswer: mayWrite && one.kind === 'question' && one.fromServiceId !== actor.serviceId,
      })),
      mayWrite: mayWrite && !isTalkOver(handoff.status),
    }
  })
}
