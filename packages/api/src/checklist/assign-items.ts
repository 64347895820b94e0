import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAssigned } from '@throughcare/db/checklist/item-work-repository'
import { findColleagues } from '@throughcare/db/checklist/my-list-repository'
import { refusalOfAssigning } from '@throughcare/domain/checklist/decide-item-work'
import type { AssignItemsInput } from '@throughcare/domain/checklist/work-on-items-input'
import { invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'
import { noteDeniedLines, type WorkLine, workLines } from './work-lines.ts'

/** Line by line, in the order asked. */
export type ItemsWorkedOn = { lines: WorkLine[] }

/**
 * Puts items in the name of a colleague of the service that answers for them, or in nobody's. What cannot be done is told by
 * its line; the others are done.
 *
 * @throws AppError `not-found` | `not-allowed` when none of them may be worked on | `invalid-input` when the colleague does not
 *   work here
 */
export async function assignItems(actor: Actor, input: AssignItemsInput): Promise<ItemsWorkedOn> {
  const answer = await perform(actor, 'checklist.assign', input, async (deed) => {
    const { requestId, toAccountId } = input
    const lines = await workLines(
      deed,
      'checklist.assign',
      input,
      (item, seen) => refusalOfAssigning(item, seen, actor.serviceId, toAccountId),
      (item) => recordAssigned(deed, item, toAccountId, requestId),
    )
    await mustWorkHere(deed, toAccountId)
    return { lines }
  })
  await noteDeniedLines(actor, 'checklist.assign', answer.lines)
  return answer
}

/** @throws AppError `invalid-input` when nobody of this id works on cases at the actor's service */
export async function mustWorkHere(deed: Deed<Actor>, accountId: string | null): Promise<void> {
  if (accountId === null) return
  const colleagues = await findColleagues(deed)
  if (!colleagues.some((one) => one.accountId === accountId))
    throw invalidField('toAccountId', 'item-work.toAccountId.not-here')
}
