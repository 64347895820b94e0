import type { Actor } from '@throughcare/db/actor'
import type { AcknowledgeHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * A service says "we have this person": it is accountable from this instant on, and the items of the area with it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function acknowledgeHandoff(actor: Actor, input: AcknowledgeHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.acknowledge', input, (deed) =>
    moveHandoff(deed, 'handoff.acknowledge', 'acknowledge', input),
  )
}
