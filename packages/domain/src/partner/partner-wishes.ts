import { z } from 'zod'

/**
 * Does the person want help for a partner? This is all that the partner area holds until access and consent are
 * built: no name, no free text, nothing about the other person.
 */
export const PARTNER_WISHES = ['yes', 'no', 'not-asked'] as const
export const PartnerWish = z.enum(PARTNER_WISHES, { error: 'partner.wish.unknown' })
export type PartnerWish = (typeof PARTNER_WISHES)[number]
