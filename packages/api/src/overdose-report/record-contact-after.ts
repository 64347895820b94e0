import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { recordContactAttempt } from '@throughcare/db/contact/contact-repository'
import { findOverdoses, recordContactAfter } from '@throughcare/db/overdose-report/overdose-report-repository'
import { CONTACT_ENDS } from '@throughcare/domain/overdose-report/overdose-report-codes'
import type { ContactAfterOverdoseInput } from '@throughcare/domain/overdose-report/overdose-report-inputs'
import { AppError, invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { notLaterThanNow } from '../outcome/not-later-than-now.ts'
import { perform } from '../perform.ts'

/** `isDue`: nobody has reached the person yet. */
export type ContactAfterRecorded = { version: number; isDue: boolean }

/**
 * The contact of the same day. Reached or refused ends it; a try that reached nobody is kept, and it stays due.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` when it is said to have been later than now
 */
export function recordContactAfterOverdose(
  actor: Actor,
  input: ContactAfterOverdoseInput,
): Promise<ContactAfterRecorded> {
  return perform(actor, 'overdose-report.contact', input, async (deed) => {
    const { episodeId, reportId, requestId, seenVersion, channel, outcome, note } = input
    const part = await getPart(deed, episodeId, 'overdose-report.contact', 'naloxone')
    const at = notLaterThanNow(input.at, deed.now)
    if (!at) throw invalidField('at', 'contact.at.in-the-future')
    const current = (await findOverdoses(deed, episodeId)).find(({ id }) => id === reportId)
    if (!current) throw new AppError('not-found')
    const end = CONTACT_ENDS.find((each) => each === outcome) ?? null
    if (!(await recordContactAfter(deed, { episodeId, reportId, version: seenVersion }, { outcome: end, at })))
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: { version: current.version, outcome: current.contactOutcome },
          changedBy: current.contactedBy,
          changedAt: current.contactedAt,
        },
      })
    await recordContactAttempt(deed, { episodeId, channel, outcome, at, note })
    if (outcome === 'reached') await finishItems(deed, episodeId, ['support-first-contact'], requestId)
    await recordAudit(deed, {
      action: 'overdose-report.contact',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['contact'],
      requestId,
    })
    return { version: seenVersion + 1, isDue: end === null }
  })
}
