import type { Actor } from '@throughcare/db/actor'
import { findAdmissions, recordAdmissionTerms } from '@throughcare/db/admission/admission-repository'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { RecordAdmissionInput } from '@throughcare/domain/admission/admission-terms'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

export type AdmissionRecorded = { version: number }

/**
 * Keeps whom a service takes and how soon, as it said on a day. What it said before stays.
 *
 * @throws AppError `not-allowed` for a manager of another service | `not-found` | `changed-meanwhile` | `invalid-input` for a day that has not come
 */
export function recordAdmission(actor: Actor, input: RecordAdmissionInput): Promise<AdmissionRecorded> {
  return perform(actor, 'admission.record', input, async (deed) => {
    const { serviceId, requestId, seenVersion, ...terms } = input
    if (actor.role === 'manager' && serviceId !== actor.serviceId) throw new AppError('not-allowed')
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    if (terms.askedOn > today) throw invalidField('askedOn', 'admission.askedOn.in-the-future')
    if (!(await recordAdmissionTerms(deed, { serviceId, version: seenVersion }, terms))) {
      const current = (await findAdmissions(deed)).get(serviceId)
      if (!current) throw new AppError('not-found')
      throw new AppError('changed-meanwhile', { details: { seen: { version: seenVersion }, current } })
    }
    await recordAudit(deed, { action: 'admission.record', fields: Object.keys(terms), requestId })
    return { version: seenVersion + 1 }
  })
}
