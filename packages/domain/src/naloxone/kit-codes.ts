import { z } from 'zod'

/** Where a naloxone kit is. `left-in-prison`: it lay in the person's property when they went out without it. */
export const KIT_STATES = ['in-property', 'handed-over', 'left-in-prison', 'declined'] as const
export const KitState = z.enum(KIT_STATES, { error: 'naloxone.state.unknown' })
export type KitState = (typeof KIT_STATES)[number]
