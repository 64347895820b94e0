import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findContactSafety, recordSafety } from '@throughcare/db/person/contact-safety-repository'
import type { RecordContactSafetyInput } from '@throughcare/domain/person/contact-safety'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/**
 * How the person may be reached without being given away, as they say it: whoever works on the case asks, and it holds for all
 * of them. Everything that prints or sends obeys it from then on.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordContactSafety(actor: Actor, input: RecordContactSafetyInput): Promise<{ version: number }> {
  return perform(actor, 'person.record-contact-safety', input, async (deed) => {
    const { episodeId, requestId, seenVersion, ...safety } = input
    const part = await getPart(deed, episodeId, 'person.record-contact-safety', 'identity')
    if (!(await recordSafety(deed, { episodeId, version: seenVersion }, safety)))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: await findContactSafety(deed, episodeId) },
      })
    await recordAudit(deed, {
      action: 'person.record-contact-safety',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(safety),
      requestId,
    })
    return { version: seenVersion === null ? 0 : seenVersion + 1 }
  })
}
