import { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'
import { InboxTab } from './inbox-tabs.ts'
import { SentTab } from './sent-tabs.ts'

/** Pages of a list, counted from 1. Beyond a thousand pages nobody reads. */
const Page = z.int('handoff.page.invalid').min(1, 'handoff.page.invalid').max(1000, 'handoff.page.invalid')

/** One page of one tab of the inbox. */
export const ListInboxInput = inputOf({ tab: InboxTab, page: Page })
export type ListInboxInput = z.infer<typeof ListInboxInput>

/** One page of one tab of what was sent. */
export const ListSentInput = inputOf({ tab: SentTab, page: Page })
export type ListSentInput = z.infer<typeof ListSentInput>

/** One handoff. */
export const HandoffByIdInput = inputOf({ handoffId: idOf('handoff.handoffId') })
export type HandoffByIdInput = z.infer<typeof HandoffByIdInput>

/** Rows on one page of a list. */
export const HANDOFFS_PER_PAGE = 25
