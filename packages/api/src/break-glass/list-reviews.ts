import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findLooks, type LookToReview } from '@throughcare/db/break-glass/break-glass-repository'
import type { ListReviewsInput } from '@throughcare/domain/break-glass/break-glass-inputs'

/** `isOwn`: the reader looked themselves, and somebody else reviews it. */
export type ShownLook = Omit<LookToReview, 'byAccountId'> & { isOwn: boolean }
export type Reviews = { which: ListReviewsInput['which']; looks: ShownLook[] }

/** The emergency looks that are the reader's to review. Of whom they were is not among it. */
export function listReviews(actor: Actor, { which }: ListReviewsInput): Promise<Reviews> {
  return asActor(actor, async (deed) => {
    const looks = await findLooks(deed, which)
    await recordAudit(deed, { action: 'break-glass.reviews' })
    return {
      which,
      looks: looks.map(({ byAccountId, ...look }) => ({ ...look, isOwn: byAccountId === actor.accountId })),
    }
  })
}
