import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { refusalOfAssigning, refusalOfFinishing } from '@throughcare/domain/checklist/decide-item-work'
import type { PreviewItemsInput } from '@throughcare/domain/checklist/work-on-items-input'
import { mayOn } from '../care-plan/get-part.ts'
import { type ItemsWorkedOn, mustWorkHere } from './assign-items.ts'
import { workLines } from './work-lines.ts'

/**
 * What a press on several items would do, line by line, by the very rules that the press asks again.
 *
 * @throws AppError `not-found` | `not-allowed` when none of them may be worked on | `invalid-input` when the colleague does not
 *   work here
 */
export function previewItems(actor: Actor, input: PreviewItemsInput): Promise<ItemsWorkedOn> {
  const { deed: asked, toAccountId } = input
  const action = asked === 'assign' ? 'checklist.assign' : 'checklist.finish'
  return asActor(actor, async (deed) => {
    const lines = await workLines(
      deed,
      'checklist.preview',
      input,
      (item, seen) => {
        if (!mayOn(actor, action, item, item.area)) return 'not-allowed'
        return asked === 'assign'
          ? refusalOfAssigning(item, seen, actor.serviceId, toAccountId)
          : refusalOfFinishing(item, seen, actor.serviceId)
      },
      null,
    )
    if (asked === 'assign') await mustWorkHere(deed, toAccountId)
    return { lines }
  })
}
