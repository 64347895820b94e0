import { z } from 'zod'

/**
 * The parts of what a prison sent, in the order in which they are looked at. A case stands under every tab for which one of
 * its areas gives a reason.
 *
 * needs-action: rejected, timed out, returned, or unanswered past its deadline · did-not-arrive: a service said so and its
 * handoff is still open · waiting: nobody has answered · taken: a service has it · ended: nothing is open any more.
 */
export const SENT_TABS = ['needs-action', 'did-not-arrive', 'waiting', 'taken', 'ended'] as const
export const SentTab = z.enum(SENT_TABS, { error: 'handoff.tab.unknown' })
export type SentTab = (typeof SENT_TABS)[number]
