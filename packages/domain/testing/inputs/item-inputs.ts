import { MyListInput } from '../../src/checklist/my-list-input.ts'
import {
  AssignItemsInput,
  CommentItemInput,
  FinishItemsInput,
  ItemByIdInput,
  PreviewItemsInput,
  SetItemDueInput,
  UndoItemsInput,
} from '../../src/checklist/work-on-items-input.ts'
import { AttachDocumentInput, RemoveDocumentInput } from '../../src/document/document-inputs.ts'
import { AT, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const ITEM = { itemId: ID }
const ITEMS = { items: [{ ...ITEM, seenVersion: 3 }] }

/** The items of a plan and their documents. */
export const ITEM_INPUTS: Readonly<Record<string, InputSample>> = {
  'checklist.my-list': {
    schema: MyListInput,
    takes: { list: 'today', area: 'omt', worker: 'mine', page: 1 },
    defaults: ['list', 'area', 'worker', 'page'],
  },
  'checklist.item': { schema: ItemByIdInput, takes: { ...ITEM, historyPage: 1 }, defaults: ['historyPage'] },
  'checklist.assign': { schema: AssignItemsInput, takes: { ...ITEMS, ...REQUEST, toAccountId: null } },
  'checklist.finish': { schema: FinishItemsInput, takes: { ...ITEMS, ...REQUEST } },
  'checklist.undo': { schema: UndoItemsInput, takes: { ...ITEMS, ...REQUEST, reason: 'wrong press' } },
  'checklist.preview': { schema: PreviewItemsInput, takes: { ...ITEMS, deed: 'assign', toAccountId: ID } },
  'checklist.set-due': {
    schema: SetItemDueInput,
    takes: { ...ITEM, ...SEEN, dueAt: AT, reason: 'the office opens later' },
  },
  'checklist.comment': {
    schema: CommentItemInput,
    takes: { ...ITEM, ...REQUEST, text: 'rang, nobody there', isDraft: false },
  },
  'document.attach': { schema: AttachDocumentInput, takes: { ...ITEM, ...REQUEST, shows: 'identity' } },
  'document.remove': {
    schema: RemoveDocumentInput,
    takes: { ...ITEM, documentId: ID, ...REQUEST, reason: 'of somebody else' },
  },
}
