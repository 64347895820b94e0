import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** The most notices that one page shows, and one press marks. */
export const NOTICES_A_PAGE = 50

/** A page of the inbox of notices, unread ones first. */
export const ListNoticesInput = inputOf({
  page: z.int('notice.page.invalid').min(1, 'notice.page.invalid').max(10_000, 'notice.page.invalid').default(1),
})
export type ListNoticesInput = z.infer<typeof ListNoticesInput>

/** "Read": these notices, of the hat that is worn. */
export const MarkNoticesReadInput = inputOf({
  requestId: RequestId,
  noticeIds: z
    .array(idOf('notice.id'), 'notice.ids.missing')
    .min(1, 'notice.ids.missing')
    .max(NOTICES_A_PAGE, 'notice.ids.too-many'),
})
export type MarkNoticesReadInput = z.infer<typeof MarkNoticesReadInput>

/** The address of the own service that is read when it is urgent. Null: there is none any more. */
export const SetDutyMailboxInput = inputOf({
  requestId: RequestId,
  seenVersion: SeenVersion,
  email: z.email('notice.duty.invalid').max(254, 'notice.duty.invalid').toLowerCase().nullable(),
})
export type SetDutyMailboxInput = z.infer<typeof SetDutyMailboxInput>
