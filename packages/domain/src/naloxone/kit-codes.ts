import { z } from 'zod'

/**
 * Where a naloxone kit is now. `left-in-prison`: it lay in the person's property when they went out without it. `used` and
 * `lost` stay: a kit that is gone was there once. `not-known`: it came along from an earlier stay (rule NAL-4), and nobody has said
 * where it is now.
 */
export const KIT_STATES = [
  'in-property',
  'handed-over',
  'left-in-prison',
  'at-home',
  'used',
  'lost',
  'declined',
  'not-known',
] as const
export const KitState = z.enum(KIT_STATES, { error: 'naloxone.state.unknown' })
export type KitState = (typeof KIT_STATES)[number]

/** What somebody says of a kit. That nobody knows where it is, is not said: it is found so. */
export const SaidKitState = KitState.exclude(['not-known'], { error: 'naloxone.state.unknown' })
export type SaidKitState = z.infer<typeof SaidKitState>

/** For whom a kit is. Who a supporter or a household is, is not recorded with it. */
export const KIT_HOLDERS = ['person', 'supporter', 'household'] as const
export const KitHolder = z.enum(KIT_HOLDERS, { error: 'naloxone.holder.unknown' })
export type KitHolder = (typeof KIT_HOLDERS)[number]

/** What came of it when a kit was used. Never on whom it was used. */
export const KIT_USE_OUTCOMES = ['came-round', 'came-round-hospital', 'died', 'not-known'] as const
export const KitUseOutcome = z.enum(KIT_USE_OUTCOMES, { error: 'naloxone.usedOutcome.unknown' })
export type KitUseOutcome = (typeof KIT_USE_OUTCOMES)[number]
