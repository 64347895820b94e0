import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findConsents, recordWithdrawal, tellSharing } from '@throughcare/db/consent/consent-repository'
import type { WithdrawConsentInput } from '@throughcare/domain/consent/consent-inputs'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type ConsentWithdrawn = { episodeId: string }

/**
 * A person takes back one consent, or all of them. Sharing that rests on it stops in the same transaction, and with the next read
 * of whoever received it (I-8). Both sides are told that what may be shared has changed, and nobody is told what or why: the
 * answer is the same whether there was something to take back or not.
 *
 * @throws AppError `not-found`, also for a consent that is not open to the actor | `not-allowed`
 */
export function withdrawConsent(actor: Actor, input: WithdrawConsentInput): Promise<ConsentWithdrawn> {
  return perform(actor, 'consent.withdraw', input, async (deed) => {
    const { episodeId, consentId, ownWords, requestId } = input
    const part = await getPart(deed, episodeId, 'consent.withdraw')
    if (consentId !== null) {
      const open = await findConsents(deed, episodeId)
      if (!open.some((one) => one.consentId === consentId)) throw new AppError('not-found')
    }
    await recordWithdrawal(deed, episodeId, consentId, ownWords)
    await tellSharing(deed, episodeId, 'sharing-changed', `withdrawn:${requestId}`)
    await recordAudit(deed, {
      action: 'consent.withdraw',
      episodeIds: [episodeId],
      personIds: [part.personId],
      requestId,
    })
    return { episodeId }
  })
}
