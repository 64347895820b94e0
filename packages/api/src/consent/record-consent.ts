import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordConsentSaid, tellSharing } from '@throughcare/db/consent/consent-repository'
import { findSupporters } from '@throughcare/db/supporter/supporter-repository'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import { getZone } from '@throughcare/domain/calendar/zone'
import { OVERRIDE_BASES } from '@throughcare/domain/consent/consent-codes'
import type { RecordConsentInput } from '@throughcare/domain/consent/consent-inputs'
import { decideConsent, spanOf } from '@throughcare/domain/consent/decide-consent'
import { invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { refuseRestrictedUse } from '../data-request/refuse-restricted-use.ts'
import { perform } from '../perform.ts'
import { findRecipients } from './find-recipients.ts'

export type ConsentRecorded = { consentId: string }

/**
 * What a person said when they were asked whether something may be shared. Given, it holds from its first day; refused, it is
 * kept as an answer. What is handed over already follows in the same transaction.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` · `refused` with `consent.<why>` when it would not be a consent: the
 *   person cannot decide it or nobody looked, or its days are over. `details.legalBases` says what may be chosen instead (F07)
 */
export function recordConsent(actor: Actor, input: RecordConsentInput): Promise<ConsentRecorded> {
  return perform(actor, 'consent.record', input, async (deed) => {
    const { episodeId, requestId, answer, ...said } = input
    const part = await getPart(deed, episodeId, 'consent.record', 'health')
    await refuseStrangers(deed, input)
    if (answer === 'given') await refuseRestrictedUse(deed, episodeId, 'sharing-by-consent')
    const zone = getZone(actor.serviceTimeZone)
    const decided = decideConsent(said, zone, deed.now)
    if (answer === 'given' && !decided.is) throw refused(`consent.${decided.because}`, { legalBases: OVERRIDE_BASES })
    const span = spanOf(said, zone, deed.now)
    const consentId = await recordConsentSaid(deed, episodeId, { ...said, ...span, state: answer })
    if (answer === 'given') await tellSharing(deed, episodeId, 'sharing-changed', `consent:${consentId}:1`)
    await recordAudit(deed, {
      action: 'consent.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: [`answer:${answer}`],
      requestId,
    })
    return { consentId }
  })
}

/** Only services that take people over, supporters of this case, and kinds of information that the actor may know of. */
async function refuseStrangers(deed: Deed<Actor>, input: RecordConsentInput): Promise<void> {
  const { serviceIds, supporterIds, categories, episodeId } = input
  const services = new Set((await findRecipients(deed)).map(({ id }) => id))
  if (!serviceIds.every((id) => services.has(id))) throw invalidField('serviceIds', 'consent.serviceIds.invalid')
  const supporters = new Set((await findSupporters(deed, episodeId)).map(({ id }) => id))
  if (!supporterIds.every((id) => supporters.has(id)))
    throw invalidField('supporterIds', 'consent.supporterIds.invalid')
  const closed: readonly string[] = closedCategories(deed.actor)
  if (categories.some((one) => closed.includes(one))) throw invalidField('categories', 'consent.category.unknown')
}
