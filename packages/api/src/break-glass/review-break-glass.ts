import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findLooks, recordReview } from '@throughcare/db/break-glass/break-glass-repository'
import type { ReviewBreakGlassInput } from '@throughcare/domain/break-glass/break-glass-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type BreakGlassReviewed = { breakGlassId: string }

/**
 * Says whether an emergency look was right. Never by whoever looked; what needs follow-up is settled by a second review.
 *
 * @throws AppError `not-found` | `refused` with `break-glass.own-look` | `changed-meanwhile` when somebody settled it
 */
export function reviewBreakGlass(actor: Actor, input: ReviewBreakGlassInput): Promise<BreakGlassReviewed> {
  return perform(actor, 'break-glass.review', input, async (deed) => {
    const { breakGlassId, outcome, note, requestId } = input
    const [look] = await findLooks(deed, { id: breakGlassId })
    if (!look) throw new AppError('not-found')
    if (look.byAccountId === actor.accountId) throw refused('break-glass.own-look')
    if (!(await recordReview(deed, { breakGlassId, outcome, note }))) {
      const last = look.reviews.at(-1)
      throw new AppError('changed-meanwhile', {
        details: { current: { outcome: last?.outcome }, changedBy: last?.by ?? null, changedAt: last?.at ?? null },
      })
    }
    await recordAudit(deed, { action: 'break-glass.review', fields: [outcome], requestId })
    return { breakGlassId }
  })
}
