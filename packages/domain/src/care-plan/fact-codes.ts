import { z } from 'zod'

/** The four-minute plan: one screen, nine facts, in the order in which they are asked. */
export const NINE_FACT_CODES = [
  'dose',
  'where-next',
  'when',
  'kit',
  'bed',
  'phone',
  'id',
  'who-else',
  'own-words',
] as const
export type NineFactCode = (typeof NINE_FACT_CODES)[number]

/** Facts beyond the nine that the checklist asks for. Each is answered yes or no, or by one of a few codes. */
export const MORE_FACT_CODES = [
  'opioid-need',
  'naloxone-trained',
  'has-address',
  'keeps-tenancy',
  'has-job',
  'has-children',
  'pregnant',
  'has-bank-account',
  'has-health-cover',
  'needs-benefit',
  'other-medicine',
  'hiv-treatment',
  'hcv-treatment',
  'psychiatric-medicine',
  'has-doctor',
  'belongings-in-store',
  'has-debts',
  'licence-conditions',
  'residence',
  'last-health-insurer',
  'benefit-before',
  'treatment-away',
] as const
export type MoreFactCode = (typeof MORE_FACT_CODES)[number]

/** Every fact that somebody can record on a plan. */
export const FACT_CODES = [...NINE_FACT_CODES, ...MORE_FACT_CODES] as const
export const FactCode = z.enum(FACT_CODES, { error: 'care-plan.code.unknown' })
export type FactCode = (typeof FACT_CODES)[number]

/** Known, not known, or asked later: an answer that is not there is an answer about the plan, never a zero. */
export const FACT_STATES = ['known', 'not-known', 'asked-later'] as const
export const FactState = z.enum(FACT_STATES, { error: 'care-plan.state.unknown' })
export type FactState = (typeof FACT_STATES)[number]
