import type { Actor } from '@throughcare/db/actor'
import { isCaseworkerHere } from '@throughcare/db/handoff/receiver-repository'
import type { AcceptHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getHandoffToMove, type Moved, writeMove } from './move-handoff.ts'

/**
 * A named worker has it, and with that the service. Caseworkers take it themselves or put it in a colleague's name; a manager
 * names one of them: whoever has it must be able to work on it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` when the named account does not work
 *   there | `refused` with `handoff.not-from-here`
 */
export function acceptHandoff(actor: Actor, input: AcceptHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.accept', input, async (deed) => {
    const handoff = await getHandoffToMove(deed, 'handoff.accept', 'accept', input)
    const workerId = input.workerId ?? (actor.role === 'caseworker' ? actor.accountId : null)
    if (workerId === null) throw invalidField('workerId', 'handoff.workerId.missing')
    const isSelf = actor.role === 'caseworker' && workerId === actor.accountId
    if (!isSelf && !(await isCaseworkerHere(deed, workerId)))
      throw invalidField('workerId', 'handoff.workerId.not-a-colleague')
    return writeMove(deed, 'handoff.accept', 'accept', handoff, input, { workerId })
  })
}
