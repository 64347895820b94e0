import { z } from 'zod'

/** What somebody does for the person. Who holds naloxone stands in the overdose plan, which fewer may read. */
export const SUPPORTER_ROLES = ['everyday', 'money', 'housing', 'transport', 'other'] as const
export const SupporterRole = z.enum(SUPPORTER_ROLES, { error: 'supporter.role.unknown' })
export type SupporterRole = (typeof SUPPORTER_ROLES)[number]

/** Whether the person wants somebody to be rung. Not asked is not yes. */
export const CONSENTS = ['not-asked', 'yes', 'no'] as const
export const Consent = z.enum(CONSENTS, { error: 'supporter.consent.unknown' })
export type Consent = (typeof CONSENTS)[number]

/** What a supporter may be told. Nothing is told that is not ticked. */
export const MAY_BE_TOLD = ['that-i-am-out', 'where-i-stay', 'my-appointments', 'my-health'] as const
export const MayBeTold = z.enum(MAY_BE_TOLD, { error: 'supporter.mayBeTold.unknown' })
export type MayBeTold = (typeof MAY_BE_TOLD)[number]
