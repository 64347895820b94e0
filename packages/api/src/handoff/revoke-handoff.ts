import type { Actor } from '@throughcare/db/actor'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import type { RevokeHandoffInput } from '@throughcare/domain/handoff/take-back-handoff-input'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * The sending team, or its manager, takes a handoff back, at any time before it is done. The receiver's access ends in the
 * same transaction, the items go back to the sender, and a revoked handoff never counts as done.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function revokeHandoff(actor: Actor, input: RevokeHandoffInput): Promise<Moved> {
  const reason = storedReason({ code: input.reason, words: input.words })
  return perform(actor, 'handoff.revoke', input, (deed) =>
    moveHandoff(deed, 'handoff.revoke', 'revoke', input, { reason }),
  )
}
