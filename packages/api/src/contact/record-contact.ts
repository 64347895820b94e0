import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { recordContactAttempt } from '@throughcare/db/contact/contact-repository'
import type { RecordContactInput } from '@throughcare/domain/contact/record-contact-input'
import { invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { notLaterThanNow } from '../outcome/not-later-than-now.ts'
import { perform } from '../perform.ts'

export type ContactRecorded = { contactId: string }

/**
 * Somebody tried to reach the person. A try that reached nobody is kept as well; the first that did finishes its item.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` when it is said to have happened later than now
 */
export function recordContact(actor: Actor, input: RecordContactInput): Promise<ContactRecorded> {
  return perform(actor, 'contact.record', input, async (deed) => {
    const { episodeId, channel, outcome, note, requestId } = input
    const part = await getPart(deed, episodeId, 'contact.record')
    const happenedAt = notLaterThanNow(input.at, deed.now)
    if (!happenedAt) throw invalidField('at', 'contact.at.in-the-future')
    const contactId = await recordContactAttempt(deed, { episodeId, channel, outcome, at: happenedAt, note })
    if (outcome === 'reached') await finishItems(deed, episodeId, ['support-first-contact'], requestId)
    await recordAudit(deed, {
      action: 'contact.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['contact'],
      requestId,
    })
    return { contactId }
  })
}
