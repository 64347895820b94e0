import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldContactSafety, recordContactSettings } from '@throughcare/db/person/contact-safety-repository'
import { findHeldPerson } from '@throughcare/db/person/person-repository'
import type { RecordContactSafetyInput } from '@throughcare/domain/person/contact-safety'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * How the person may be reached without being given away, as they say it: by the prison that holds a case of theirs. Everything
 * that prints or sends obeys it from then on.
 *
 * @throws AppError `not-found` | `changed-meanwhile`
 */
export function recordContactSafety(actor: Actor, input: RecordContactSafetyInput): Promise<{ version: number }> {
  return perform(actor, 'person.record-contact-safety', input, async (deed) => {
    const { personId, requestId, seenVersion, ...settings } = input
    if (!(await findHeldPerson(deed, personId))) throw new AppError('not-found')
    if (!(await recordContactSettings(deed, { personId, version: seenVersion }, settings))) {
      const current = await findHeldContactSafety(deed, personId)
      throw new AppError('changed-meanwhile', { details: { seen: { version: seenVersion }, current } })
    }
    await recordAudit(deed, {
      action: 'person.record-contact-safety',
      personIds: [personId],
      fields: Object.keys(settings),
      requestId,
    })
    return { version: seenVersion === null ? 0 : seenVersion + 1 }
  })
}
