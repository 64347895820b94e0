import { z } from 'zod'

/** For how long a place is looked for: each is asked on its own, because they are seldom the same place. */
export const HOUSING_SPANS = ['first-night', 'first-week', 'first-month'] as const
export const HousingSpan = z.enum(HOUSING_SPANS, 'housing.span.unknown')
export type HousingSpan = (typeof HOUSING_SPANS)[number]

export const HOUSING_KINDS = [
  'own-home',
  'family-or-friends',
  'supported',
  'hostel',
  'shelter',
  'hotel',
  'treatment-place',
  'none',
  'unknown',
] as const
export const HousingKind = z.enum(HOUSING_KINDS, 'housing.kind.unknown')
export type HousingKind = (typeof HOUSING_KINDS)[number]

/** Whether somebody there said yes. Known of and asked for is not confirmed. */
export const HOUSING_CONFIRMED = ['confirmed', 'asked', 'no'] as const
export type HousingConfirmed = (typeof HOUSING_CONFIRMED)[number]

/** Unknown is an answer, and not a yes. */
export const HOUSING_ANSWERS = ['yes', 'no', 'unknown'] as const
export type HousingAnswer = (typeof HOUSING_ANSWERS)[number]
