import { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'
import { INBOX_QUERY, SENT_QUERY } from './handoff-filters.ts'

/** Pages of a list, counted from 1. Beyond a thousand pages nobody reads. */
const Page = z.int('handoff.page.invalid').min(1, 'handoff.page.invalid').max(1000, 'handoff.page.invalid')

/** One page of one tab of the inbox, as narrow as the reader wants it. */
export const ListInboxInput = inputOf({ ...INBOX_QUERY, page: Page })
export type ListInboxInput = z.infer<typeof ListInboxInput>

/** One page of one tab of what was sent, as narrow as the reader wants it. */
export const ListSentInput = inputOf({ ...SENT_QUERY, page: Page })
export type ListSentInput = z.infer<typeof ListSentInput>

/** One handoff, and which page of its history. */
export const HandoffByIdInput = inputOf({ handoffId: idOf('handoff.handoffId'), historyPage: Page.default(1) })
export type HandoffByIdInput = z.infer<typeof HandoffByIdInput>

/** Rows on one page of a list. */
export const HANDOFFS_PER_PAGE = 25

/** Moves on one page of a handoff's history. */
export const MOVES_PER_PAGE = 10
