import { z } from 'zod'

/** How a custody episode ended. A transfer between prisons ends a stay and not the episode. */
export const END_REASONS = ['released', 'transferred-abroad', 'died', 'entered-in-error'] as const
export const EndReason = z.enum(END_REASONS, 'custody-episode.endedBecause.unknown')
export type EndReason = (typeof END_REASONS)[number]
