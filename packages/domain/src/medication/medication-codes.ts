import { z } from 'zod'

/** The medicine and its form, as codes. Words, and the name of the treatment in each country, live in i18n. */
export const MEDICINES = [
  'methadone',
  'levomethadone',
  'buprenorphine-sublingual',
  'buprenorphine-weekly-depot',
  'buprenorphine-monthly-depot',
  'buprenorphine-26-day-depot',
  'slow-release-morphine',
  'other',
] as const
export const Medicine = z.enum(MEDICINES, 'treatment.medicine.unknown')
export type Medicine = z.infer<typeof Medicine>

/** How often the prescriber wants it taken. */
export const RHYTHMS = ['daily', 'alternate-days', 'three-a-week', 'split', 'depot'] as const
export const Rhythm = z.enum(RHYTHMS, 'treatment.rhythm.unknown')
export type Rhythm = z.infer<typeof Rhythm>

/** Taken in front of somebody, carried out of the door, or injected to last. */
export const DOSE_KINDS = ['supervised', 'take-home', 'depot'] as const
export const DoseKind = z.enum(DOSE_KINDS, 'dose.kind.unknown')
export type DoseKind = z.infer<typeof DoseKind>

/**
 * What became of a dose. `issued` is said of a take-home dose only, and `not-taken` only corrects one that was issued:
 * "not taken, reason not recorded here". `late-after-closed` means that the person came and we were shut.
 * `entered-in-error` only corrects as well: it says that what was entered never was, and nothing about its day.
 */
export const DOSE_OUTCOMES = [
  'given',
  'issued',
  'declined',
  'withheld',
  'part-dose',
  'vomited',
  'late-after-closed',
  'given-elsewhere',
  'not-taken',
  'unknown',
  'entered-in-error',
] as const
export const DoseOutcome = z.enum(DOSE_OUTCOMES, 'dose.outcome.unknown')
export type DoseOutcome = z.infer<typeof DoseOutcome>
