import type { Actor } from '@throughcare/db/actor'
import type { FinishHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * What was handed over is done, and what came of it. The service stays accountable for what it did and reads the case for 30 days more.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function finishHandoff(actor: Actor, input: FinishHandoffInput): Promise<Moved> {
  const { outcome, words } = input
  const reason = storedReason({ code: outcome, words })
  return perform(actor, 'handoff.finish', input, (deed) =>
    moveHandoff(deed, 'handoff.finish', 'finish', input, { reason, outcome }),
  )
}
