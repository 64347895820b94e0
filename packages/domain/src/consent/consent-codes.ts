import { z } from 'zod'

/**
 * What goes beyond care by professional duty, and travels to nobody outside the house that holds the person without their
 * consent for that recipient. All are data categories but `supporters`: of the category `support` they are the part that is
 * about somebody else, so it needs a consent of its own.
 */
export const CONSENT_CATEGORIES = ['hiv-hcv', 'own-words', 'supporters', 'sharing-note', 'network'] as const
export const ConsentCategory = z.enum(CONSENT_CATEGORIES, { error: 'consent.category.unknown' })
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number]

/** What the information is shared for. Nothing that is shared for one thing is used for another. */
export const CONSENT_PURPOSES = [
  'treatment-goes-on',
  'support-goes-on',
  'housing',
  'benefits',
  'supporter-told',
  'research',
] as const
export const ConsentPurpose = z.enum(CONSENT_PURPOSES, { error: 'consent.purpose.unknown' })
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** What a person can say. Each is an answer that is kept; `expired` is none of them, it is worked out from the days. */
export const CONSENT_STATES = ['given', 'refused', 'withdrawn'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]

/** How it stands today. `not-begun` before its first day, `expired` after its last one. */
export const CONSENT_STANDINGS = ['live', 'not-begun', 'expired', 'refused', 'withdrawn'] as const
export type ConsentStanding = (typeof CONSENT_STANDINGS)[number]

/** How it was explained. */
export const CONSENT_EXPLAINED = ['spoken', 'read-aloud', 'with-interpreter', 'easy-read', 'read-alone'] as const
export const ConsentExplained = z.enum(CONSENT_EXPLAINED, { error: 'consent.explained.unknown' })
export type ConsentExplained = (typeof CONSENT_EXPLAINED)[number]

/** Whether whoever asked found that the person could decide this, today. Not looked at is not yes. */
export const CAPACITIES = ['can-decide', 'cannot-decide', 'not-looked-at'] as const
export const Capacity = z.enum(CAPACITIES, { error: 'consent.capacity.unknown' })
export type Capacity = (typeof CAPACITIES)[number]

/** On what else information may be shared where there is no consent. Never chosen beforehand, always with a reason in words. */
export const OVERRIDE_BASES = ['vital-interest', 'child-safeguarding', 'legal-duty'] as const
export const OverrideBasis = z.enum(OVERRIDE_BASES, { error: 'consent.legalBasis.unknown' })
export type OverrideBasis = (typeof OVERRIDE_BASES)[number]
