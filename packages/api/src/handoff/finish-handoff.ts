import type { Actor } from '@throughcare/db/actor'
import type { FinishHandoffInput } from '@throughcare/domain/handoff/answer-handoff-input'
import { perform } from '../perform.ts'
import { type Moved, moveHandoff } from './move-handoff.ts'

/**
 * What was handed over is done. The service stays accountable for what it did and reads the case for 30 days more.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `handoff.not-from-here`
 */
export function finishHandoff(actor: Actor, input: FinishHandoffInput): Promise<Moved> {
  return perform(actor, 'handoff.finish', input, (deed) => moveHandoff(deed, 'handoff.finish', 'finish', input))
}
