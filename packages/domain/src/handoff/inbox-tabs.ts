import { z } from 'zod'

/**
 * The parts of a community service's inbox, in the order in which they are looked at. One handoff may stand in several.
 *
 * new: nobody has answered · acknowledged: the service has it · mine: the reader has it · unassigned: the service has it and
 * no worker does · overdue: unanswered, or taken by no worker, past its deadline, by the clock.
 */
export const INBOX_TABS = ['new', 'acknowledged', 'mine', 'unassigned', 'overdue'] as const
export const InboxTab = z.enum(INBOX_TABS, { error: 'handoff.tab.unknown' })
export type InboxTab = (typeof INBOX_TABS)[number]
