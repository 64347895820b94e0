import { ChangeItemStatusInput } from '@throughcare/domain/checklist/change-item-status-input'
import { MyListInput } from '@throughcare/domain/checklist/my-list-input'
import {
  AssignItemsInput,
  CommentItemInput,
  FinishItemsInput,
  ItemByIdInput,
  PreviewItemsInput,
  SetItemDueInput,
  UndoItemsInput,
} from '@throughcare/domain/checklist/work-on-items-input'
import { allowed, router } from '../trpc.ts'
import { assignItems } from './assign-items.ts'
import { commentItem } from './comment-item.ts'
import { findMyList } from './find-my-list.ts'
import { finishItems } from './finish-items.ts'
import { getItem } from './get-item.ts'
import { previewItems } from './preview-items.ts'
import { setItemDue } from './set-item-due.ts'
import { setItemStatus } from './set-item-status.ts'
import { undoItems } from './undo-items.ts'

/** The items of a service's cases, and what is done on each. */
export const checklistRouter = router({
  myList: allowed('checklist.my-list')
    .input(MyListInput)
    .query(({ ctx, input }) => findMyList(ctx.actor, input)),
  byId: allowed('checklist.by-id')
    .input(ItemByIdInput)
    .query(({ ctx, input }) => getItem(ctx.actor, input)),
  setStatus: allowed('checklist.set-status')
    .input(ChangeItemStatusInput)
    .mutation(({ ctx, input }) => setItemStatus(ctx.actor, input)),
  undo: allowed('checklist.undo')
    .input(UndoItemsInput)
    .mutation(({ ctx, input }) => undoItems(ctx.actor, input)),
  preview: allowed('checklist.preview')
    .input(PreviewItemsInput)
    .query(({ ctx, input }) => previewItems(ctx.actor, input)),
  assign: allowed('checklist.assign')
    .input(AssignItemsInput)
    .mutation(({ ctx, input }) => assignItems(ctx.actor, input)),
  finish: allowed('checklist.finish')
    .input(FinishItemsInput)
    .mutation(({ ctx, input }) => finishItems(ctx.actor, input)),
  setDue: allowed('checklist.set-due')
    .input(SetItemDueInput)
    .mutation(({ ctx, input }) => setItemDue(ctx.actor, input)),
  comment: allowed('checklist.comment')
    .input(CommentItemInput)
    .mutation(({ ctx, input }) => commentItem(ctx.actor, input)),
})
