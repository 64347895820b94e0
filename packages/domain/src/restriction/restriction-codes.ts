import { z } from 'zod'

/**
 * Why somebody's record is restricted.
 *
 * works-here: a colleague of somebody who has a part · close-to-colleague: related to, or living with one · public-figure: known to
 * many · threatened: somebody looks for them
 */
export const RESTRICTION_REASONS = ['works-here', 'close-to-colleague', 'public-figure', 'threatened'] as const
export const RestrictionReason = z.enum(RESTRICTION_REASONS, 'restriction.reason.missing')
export type RestrictionReason = (typeof RESTRICTION_REASONS)[number]

/** So many days ahead at most lies the day on which somebody looks whether it is still needed. Rule ACC-1. */
export const REVIEW_WITHIN_DAYS = 183
