import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findWish, recordWish as recordWishOf } from '@throughcare/db/partner/wish-repository'
import type { RecordPartnerWishInput } from '@throughcare/domain/partner/record-partner-wish-input'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan, type PlanGrowth } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'

export type WishRecorded = { version: number; growth: PlanGrowth }

/**
 * Whether the person wants help for a partner: yes, no, or not asked. There is no room for anything about the partner.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordWish(actor: Actor, input: RecordPartnerWishInput): Promise<WishRecorded> {
  return perform(actor, 'partner.record-wish', input, async (deed) => {
    const { episodeId, seenVersion, wish, requestId } = input
    const part = await getPart(deed, episodeId, 'partner.record-wish', 'partner')
    if (!(await recordWishOf(deed, { episodeId, version: seenVersion }, wish))) {
      const current = await findWish(deed, episodeId)
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: current && { version: current.version, wish: current.wish },
          changedBy: current?.recordedBy ?? null,
          changedAt: current?.recordedAt.toISOString() ?? null,
        },
      })
    }
    const growth = await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'partner.record-wish',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['wish'],
      requestId,
    })
    return { version: seenVersion === null ? 0 : seenVersion + 1, growth }
  })
}
