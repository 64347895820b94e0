import type { Actor } from '@throughcare/db/actor'
import type { RejectHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * A service does not take it and says why. The sender is accountable at once and finds it under what needs action; the
 * receiver keeps the envelope.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function rejectHandoff(actor: Actor, input: RejectHandoffInput): Promise<Moved> {
  const reason = storedReason({ code: input.reason, words: input.words })
  return perform(actor, 'handoff.reject', input, (deed) =>
    moveHandoff(deed, 'handoff.reject', 'reject', input, { reason }),
  )
}
