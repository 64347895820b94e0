import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { addComment, findItemsAtWork, saveDraft } from '@throughcare/db/checklist/item-work-repository'
import type { CommentItemInput } from '@throughcare/domain/checklist/work-on-items-input'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/** When it was posted, or kept as a draft. */
export type ItemCommented = { at: string }

/**
 * Posts a comment on an item, or keeps it as far as it was typed: a draft that only whoever types it reads, and that posting
 * empties. Any service that may work in the area comments, whichever answers for the item.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function commentItem(actor: Actor, input: CommentItemInput): Promise<ItemCommented> {
  return perform(actor, 'checklist.comment', input, async (deed) => {
    const [item] = await findItemsAtWork(deed, [input.itemId])
    if (!item) throw new AppError('not-found')
    if (!mayOn(actor, 'checklist.comment', item, item.area)) throw new AppError('not-allowed')
    if (!input.isDraft) await addComment(deed, item, input.text)
    await saveDraft(deed, item, input.isDraft ? input.text : '')
    await recordAudit(deed, {
      action: 'checklist.comment',
      episodeIds: [item.episodeId],
      personIds: [item.personId],
      fields: [input.isDraft ? 'draft' : 'comment'],
      requestId: input.requestId,
    })
    return { at: deed.now.toISOString() }
  })
}
