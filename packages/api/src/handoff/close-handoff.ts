import type { Actor } from '@throughcare/db/actor'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import type { CloseHandoffInput } from '@throughcare/domain/handoff/take-back-handoff-input'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * The sender has read a rejection, or what became of a handoff that nobody answered, and lets it be: its review, with a reason.
 * The area counts as not handed over, unless a successor speaks for it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function closeHandoff(actor: Actor, input: CloseHandoffInput): Promise<Moved> {
  const reason = storedReason({ code: input.reason, words: input.words })
  return perform(actor, 'handoff.close', input, (deed) =>
    moveHandoff(deed, 'handoff.close', 'close', input, { reason }),
  )
}
