import type { Actor } from '@throughcare/db/actor'
import type { StartHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * Whoever has it has begun: the sender sees work going on, and not only a name.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function startHandoff(actor: Actor, input: StartHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.start', input, (deed) => moveHandoff(deed, 'handoff.start', 'start', input))
}
