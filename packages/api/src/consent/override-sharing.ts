import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findOverrides,
  recordOverride,
  recordOverrideEnd,
  tellSharing,
} from '@throughcare/db/consent/consent-repository'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import type { OverrideSharingInput } from '@throughcare/domain/consent/consent-inputs'
import { AppError, invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { findRecipients } from './find-recipients.ts'

export type SharingOverridden = { overrideId: string }

/**
 * Something is shared without a consent, for hours and not for good, on a legal basis that somebody chose and with their reason in
 * words; or that ends before its time. It never becomes a consent (U7).
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` | `changed-meanwhile`
 */
export function overrideSharing(actor: Actor, input: OverrideSharingInput): Promise<SharingOverridden> {
  return perform(actor, 'consent.override', input, async (deed) => {
    const { episodeId, requestId } = input
    const part = await getPart(deed, episodeId, 'consent.override', 'health')
    const overrideId = input.overrideId === null ? await share(deed, input) : await end(deed, input, input.overrideId)
    await tellSharing(deed, episodeId, 'sharing-changed', `override:${requestId}`)
    await recordAudit(deed, {
      action: 'consent.override',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: [input.overrideId === null ? `basis:${input.legalBasis}` : 'ended'],
      requestId,
    })
    return { overrideId }
  })
}

async function share(deed: Deed<Actor>, input: OverrideSharingInput): Promise<string> {
  const { legalBasis, reason, hours, serviceIds, categories, episodeId } = input
  // The schema lets none of them be empty here.
  if (legalBasis === null || reason === null || hours === null)
    throw invalidField('legalBasis', 'consent.legalBasis.missing')
  const services = new Set((await findRecipients(deed)).map(({ id }) => id))
  if (!serviceIds.every((id) => services.has(id))) throw invalidField('serviceIds', 'consent.serviceIds.invalid')
  const closed: readonly string[] = closedCategories(deed.actor)
  if (categories.some((one) => closed.includes(one))) throw invalidField('categories', 'consent.category.unknown')
  const validUntil = new Date(deed.now.getTime() + hours * 3_600_000)
  return recordOverride(deed, episodeId, { legalBasis, reason, serviceIds, categories, validUntil })
}

async function end(deed: Deed<Actor>, input: OverrideSharingInput, overrideId: string): Promise<string> {
  const { episodeId, seenVersion } = input
  const current = (await findOverrides(deed, episodeId)).find((one) => one.overrideId === overrideId)
  if (!current) throw new AppError('not-found')
  if (!(await recordOverrideEnd(deed, { episodeId, overrideId, version: seenVersion ?? -1 })))
    throw new AppError('changed-meanwhile', {
      details: {
        seen: { version: seenVersion },
        current: { version: current.version, endedAt: current.endedAt },
        changedBy: current.endedBy,
        changedAt: current.endedAt,
      },
    })
  return overrideId
}
