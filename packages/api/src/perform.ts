import type { Actor, SystemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { claimOf, findEarlier, recordAnswer } from '@throughcare/db/request/request-repository'
import { AppError } from './app-error.ts'
import { followMovedCases } from './gap/follow-gap.ts'

/**
 * Does a deed once, however often its press arrives: a double click, a browser's retry and a proxy's retry carry the same
 * request id and get the first one's answer. The claim, the deed and the answer are one transaction, and so is what
 * the gap board and the dose alerts say of the cases that the deed wrote to.
 *
 * @param work returns plain JSON (no Date), because the answer is kept for the next copy of the press.
 * @throws AppError `request-reused` when the id comes back with another input; whatever `work` throws.
 */
export function perform<A extends Actor | SystemActor, I extends { requestId: string }, T>(
  actor: A,
  action: string,
  input: I,
  work: (deed: Deed<A>) => Promise<T>,
): Promise<T> {
  const press = { requestId: input.requestId, action, payload: input }
  const doOnce = async (deed: Deed<A>, claimed: number): Promise<T> => {
    if (claimed === 0) {
      const earlier = await findEarlier(deed, press)
      if (earlier.kind === 'other-payload') throw new AppError('request-reused')
      return earlier.answer as T
    }
    const answer = await work(deed)
    await followMovedCases(deed, await recordAnswer(deed, input.requestId, answer))
    return answer
  }
  return asActor(actor, doOnce, { along: claimOf(actor, press) })
}
