import type { Actor } from '@throughcare/db/actor'
import type { AcknowledgeHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { findAcceptDeadline } from '../escalation/set-accept-deadline.ts'
import { perform } from '../perform.ts'
import { getHandoffToMove, type Moved, writeMove } from './move-handoff.ts'

/**
 * A service says "we have this person": it is accountable from this instant on, and the items of the area with it. By when
 * somebody there must have taken it is written down with it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function acknowledgeHandoff(actor: Actor, input: AcknowledgeHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.acknowledge', input, async (deed) => {
    const [handoff, acceptDueAt] = await Promise.all([
      getHandoffToMove(deed, 'handoff.acknowledge', 'acknowledge', input),
      findAcceptDeadline(deed, input.handoffId),
    ])
    return writeMove(deed, 'handoff.acknowledge', 'acknowledge', handoff, input, acceptDueAt ? { acceptDueAt } : {})
  })
}
