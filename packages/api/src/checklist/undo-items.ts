import type { Actor } from '@throughcare/db/actor'
import { type ItemAtWork, recordUndone } from '@throughcare/db/checklist/item-work-repository'
import { decideItemUndo, type UndoDecision } from '@throughcare/domain/checklist/decide-item-work'
import type { UndoItemsInput } from '@throughcare/domain/checklist/work-on-items-input'
import { perform } from '../perform.ts'
import type { ItemsWorkedOn } from './assign-items.ts'
import { noteDeniedLines, workLines } from './work-lines.ts'

/**
 * Takes back the last press on each item within seconds (rule LIST-2): the status stands as before, and the history keeps the
 * press and its taking back.
 *
 * @throws AppError `not-found` | `not-allowed` when none of them may be worked on
 */
export async function undoItems(actor: Actor, input: UndoItemsInput): Promise<ItemsWorkedOn> {
  const answer = await perform(actor, 'checklist.undo', input, async (deed) => {
    const decide = (item: ItemAtWork, seenVersion: number): UndoDecision => {
      const last = item.lastPress && { ...item.lastPress, at: new Date(item.lastPress.at) }
      return decideItemUndo(item, seenVersion, actor, last, deed.now)
    }
    return {
      lines: await workLines(
        deed,
        'checklist.undo',
        input,
        (item, seen) => {
          const decision = decide(item, seen)
          return decision.ok ? null : decision.refusal
        },
        async (item) => {
          const decision = decide(item, item.version)
          return decision.ok && (await recordUndone(deed, item, decision.to, input))
        },
      ),
    }
  })
  await noteDeniedLines(actor, 'checklist.undo', answer.lines)
  return answer
}
