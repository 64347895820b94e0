import type { Actor } from '@throughcare/db/actor'
import type { RejectHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import { isRejectionNear, warnFallback } from '../escalation/warn-fallback.ts'
import { perform } from '../perform.ts'
import { getHandoffToMove, type Moved, writeMove } from './move-handoff.ts'

/**
 * A service does not take it and says why. The sender is accountable at once and finds it under what needs action; the
 * receiver keeps the envelope. Within 48 hours of release its fallback is warned in the same transaction.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function rejectHandoff(actor: Actor, input: RejectHandoffInput): Promise<Moved> {
  const reason = storedReason({ code: input.reason, words: input.words })
  return perform(actor, 'handoff.reject', input, async (deed) => {
    const handoff = await getHandoffToMove(deed, 'handoff.reject', 'reject', input, reason)
    const isNear = await isRejectionNear(deed, handoff)
    const moved = await writeMove(deed, 'handoff.reject', 'reject', handoff, input, { reason })
    if (isNear) await warnFallback(deed, handoff)
    return moved
  })
}
