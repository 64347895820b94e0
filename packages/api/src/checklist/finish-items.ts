import type { Actor } from '@throughcare/db/actor'
import { recordItemStatus } from '@throughcare/db/checklist/item-repository'
import { refusalOfFinishing } from '@throughcare/domain/checklist/decide-item-work'
import type { FinishItemsInput } from '@throughcare/domain/checklist/work-on-items-input'
import { perform } from '../perform.ts'
import type { ItemsWorkedOn } from './assign-items.ts'
import { noteDeniedLines, workLines } from './work-lines.ts'

/**
 * Calls several items done at one press. What cannot be is told by its line; the others are done, and each can be taken back.
 *
 * @throws AppError `not-found` | `not-allowed` when none of them may be worked on
 */
export async function finishItems(actor: Actor, input: FinishItemsInput): Promise<ItemsWorkedOn> {
  const answer = await perform(actor, 'checklist.finish', input, async (deed) => ({
    lines: await workLines(
      deed,
      'checklist.finish',
      input,
      (item, seen) => refusalOfFinishing(item, seen, actor.serviceId),
      (item) =>
        recordItemStatus(
          deed,
          { itemId: item.id, version: item.version, from: item.status },
          { status: 'done', reason: null, requestId: input.requestId },
        ),
    ),
  }))
  await noteDeniedLines(actor, 'checklist.finish', answer.lines)
  return answer
}
