import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { SETTABLE_ITEM_STATUSES, STATUSES_WITH_REASON } from './item-statuses.ts'

/** Somebody says how an item stands. "Not needed" and "declined by the person" mean nothing without a reason. */
export const ChangeItemStatusInput = inputOf({
  itemId: idOf('checklist.itemId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  status: z.enum(SETTABLE_ITEM_STATUSES, 'checklist.status.unknown'),
  /** Null where none is asked for and none was given. */
  reason: filledText('checklist.reason', 500).nullable(),
}).refine((input) => input.reason !== null || !STATUSES_WITH_REASON.some((status) => status === input.status), {
  path: ['reason'],
  error: 'checklist.reason.missing',
})
export type ChangeItemStatusInput = z.infer<typeof ChangeItemStatusInput>
