import { z } from 'zod'

/**
 * Does the person want help for a partner? It makes the items of the plan, and is read by whoever reads the partner area: no
 * name, no free text, nothing about the other person. What was said about a link stands behind a grant (partner-link.ts).
 */
export const PARTNER_WISHES = ['yes', 'no', 'not-asked'] as const
export const PartnerWish = z.enum(PARTNER_WISHES, { error: 'partner.wish.unknown' })
export type PartnerWish = (typeof PARTNER_WISHES)[number]
