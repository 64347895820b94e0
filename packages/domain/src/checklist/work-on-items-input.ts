import { z } from 'zod'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText, plainText } from '../text/plain-text.ts'

/** Lines on one page of an item's history. */
export const EVENTS_PER_PAGE = 20

/** As many lines as a page of the list holds, four times over. */
export const MOST_ITEMS_AT_ONCE = 100

const Items = z
  .array(inputOf({ itemId: idOf('checklist.itemId'), seenVersion: SeenVersion }), 'item-work.items.missing')
  .min(1, 'item-work.items.missing')
  .max(MOST_ITEMS_AT_ONCE, 'item-work.items.too-many')
  .refine((items) => new Set(items.map(({ itemId }) => itemId)).size === items.length, 'item-work.items.twice')

/** One item, and which page of its history. */
export const ItemByIdInput = inputOf({
  itemId: idOf('checklist.itemId'),
  historyPage: z
    .int('item-work.historyPage.invalid')
    .min(1, 'item-work.historyPage.invalid')
    .max(1000, 'item-work.historyPage.invalid')
    .default(1),
})
export type ItemByIdInput = z.infer<typeof ItemByIdInput>

/** One item or several, put in the name of a colleague, or in nobody's. */
export const AssignItemsInput = inputOf({
  items: Items,
  requestId: RequestId,
  /** Null: nobody in particular. */
  toAccountId: idOf('item-work.toAccountId').nullable(),
})
export type AssignItemsInput = z.infer<typeof AssignItemsInput>

export const FinishItemsInput = inputOf({ items: Items, requestId: RequestId })
export type FinishItemsInput = z.infer<typeof FinishItemsInput>

/** Takes back the last press on each item. */
export const UndoItemsInput = inputOf({
  items: Items,
  requestId: RequestId,
  /** The words of the page for a wrong press, in the language of whoever pressed. */
  reason: filledText('checklist.reason', 500),
})
export type UndoItemsInput = z.infer<typeof UndoItemsInput>

/** What a press on several would do, line by line, before anybody presses. */
export const PreviewItemsInput = inputOf({
  items: Items,
  deed: z.enum(['assign', 'finish'], 'item-work.deed.unknown'),
  toAccountId: idOf('item-work.toAccountId').nullable(),
})
export type PreviewItemsInput = z.infer<typeof PreviewItemsInput>

/** Another due time than the rule's, or the rule's again. Never without saying why. */
export const SetItemDueInput = inputOf({
  itemId: idOf('checklist.itemId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  /** Null: the rule's. */
  dueAt: instantOf('item-work.due').nullable(),
  reason: filledText('checklist.reason', 500),
})
export type SetItemDueInput = z.infer<typeof SetItemDueInput>

/** Something said about an item; or as far as it was typed, kept for whoever types it. */
export const CommentItemInput = inputOf({
  itemId: idOf('checklist.itemId'),
  requestId: RequestId,
  text: plainText('item-work.comment'),
  isDraft: z.boolean('item-work.isDraft.invalid'),
}).refine(({ isDraft, text }) => isDraft || text !== '', { path: ['text'], error: 'item-work.comment.missing' })
export type CommentItemInput = z.infer<typeof CommentItemInput>
