import type { Actor } from '@throughcare/db/actor'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import { isCaseworkerHere } from '@throughcare/db/handoff/receiver-repository'
import type { AcceptHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getHandoffToMove, type Moved, writeMove } from './move-handoff.ts'

/** Whoever names a worker where one has it already hands it from one to the other. */
const moveTo = (workerId: string | null) => (handoff: Handoff) =>
  workerId !== null && handoff.workerId !== null ? 'reassign' : 'accept'

/**
 * A named worker has it, and with that the service. Caseworkers take it themselves or put it in a colleague's name; a manager
 * names one of them: whoever has it must be able to work on it. Naming another one later hands it over within the service.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` when the named account does not work
 *   there | `refused` with `handoff.not-from-here`
 */
export function acceptHandoff(actor: Actor, input: AcceptHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.accept', input, async (deed) => {
    const handoff = await getHandoffToMove(deed, 'handoff.accept', moveTo(input.workerId), input)
    const workerId = input.workerId ?? (actor.role === 'caseworker' ? actor.accountId : null)
    if (workerId === null) throw invalidField('workerId', 'handoff.workerId.missing')
    const isSelf = actor.role === 'caseworker' && workerId === actor.accountId
    if (!isSelf && !(await isCaseworkerHere(deed, workerId)))
      throw invalidField('workerId', 'handoff.workerId.not-a-colleague')
    return writeMove(deed, 'handoff.accept', moveTo(input.workerId)(handoff), handoff, input, { workerId })
  })
}
