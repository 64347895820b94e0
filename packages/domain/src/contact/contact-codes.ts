import { z } from 'zod'

/** What came of trying to reach the person. `nothing-said`: somebody else or a machine answered, and nothing was safe to leave. */
export const CONTACT_OUTCOMES = [
  'reached',
  'no-answer',
  'message-left',
  'nothing-said',
  'wrong-number',
  'refused',
] as const
export const ContactOutcome = z.enum(CONTACT_OUTCOMES, { error: 'contact.outcome.unknown' })
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

/** How somebody tried to reach the person. */
export const CHANNELS = ['phone', 'visit', 'text', 'letter', 'video'] as const
export const Channel = z.enum(CHANNELS, { error: 'contact.channel.unknown' })
export type Channel = (typeof CHANNELS)[number]
