import type { Actor } from '@throughcare/db/actor'
import type { ReturnHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * The service has to know something before it can say yes or no, and asks. The sender is accountable again and answers with a
 * new handoff, to the same service or to another.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function returnHandoff(actor: Actor, input: ReturnHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.return', input, (deed) =>
    moveHandoff(deed, 'handoff.return', 'return', input, { reason: input.words }),
  )
}
