import { z } from 'zod'

/** How one side of a link stands, as that person said it alone. Not asked is not a no. */
export const PARTNER_ANSWERS = ['not-asked', 'yes', 'no', 'withdrawn'] as const
export type PartnerAnswer = (typeof PARTNER_ANSWERS)[number]

/** What somebody can say when asked alone. */
export const SAID_ANSWERS = ['yes', 'no', 'withdrawn'] as const
export const SaidAnswer = z.enum(SAID_ANSWERS, { error: 'partner.answer.unknown' })
export type SaidAnswer = (typeof SAID_ANSWERS)[number]

/**
 * How somebody leaves, chosen alone: joint times of this side end now, or in the next ordinary run, or everything goes on looking as
 * before (definitions.md, Sharing). What the other side is shown changes in an ordinary run or, kept up, not at all.
 */
export const LEAVINGS = ['end-now', 'next-run', 'keep-appearances'] as const
export const Leaving = z.enum(LEAVINGS, { error: 'partner.leaving.unknown' })
export type Leaving = (typeof LEAVINGS)[number]

/**
 * How the person named their partner: by name and date of birth, by a code that the partner brought, or as somebody without a record
 * here, of whom initials are kept and no more.
 */
export const NAMING_WAYS = ['name-and-birth', 'code', 'not-here'] as const
export const NamingWay = z.enum(NAMING_WAYS, { error: 'partner.way.unknown' })
export type NamingWay = (typeof NAMING_WAYS)[number]

/** All that is ever told of a link. Never linked, ended, stopped and lapsed are one word. */
export const LINK_STATES = ['active', 'not-available'] as const
export type LinkState = (typeof LINK_STATES)[number]
