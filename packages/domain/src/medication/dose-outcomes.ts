import type { DoseKind, DoseOutcome } from './medication-codes.ts'

/**
 * What each outcome says about its day. A part of a dose and a dose that was lost do not cover: the reason is shown and
 * a prescriber asked (rule DOSE-2; a local choice). Given elsewhere is a dose given.
 */
export const OUTCOME_COVERS = {
  given: 'covers',
  issued: 'covers',
  'given-elsewhere': 'covers',
  declined: 'does-not-cover',
  withheld: 'does-not-cover',
  'part-dose': 'does-not-cover',
  vomited: 'does-not-cover',
  'late-after-closed': 'does-not-cover',
  'not-taken': 'does-not-cover',
  unknown: 'unknown',
  // What was entered never was: the day is as if nobody had entered anything.
  'entered-in-error': 'says-nothing',
} as const satisfies Record<DoseOutcome, 'covers' | 'does-not-cover' | 'unknown' | 'says-nothing'>

export type CoveringOutcome = {
  [Outcome in DoseOutcome]: (typeof OUTCOME_COVERS)[Outcome] extends 'covers' ? Outcome : never
}[DoseOutcome]

/** What an entry that still counts can say: what was entered in error counts for nothing. */
export type StandingOutcome = Exclude<DoseOutcome, 'entered-in-error'>

/**
 * Which outcomes can be said of a dose of each kind. "Not taken" is not recorded: it corrects what was issued; nor is
 * "entered in error", which takes an entry of any kind back.
 */
export const OUTCOMES_OF_KIND = {
  supervised: [
    'given',
    'declined',
    'withheld',
    'part-dose',
    'vomited',
    'late-after-closed',
    'given-elsewhere',
    'unknown',
  ],
  'take-home': ['issued', 'declined', 'withheld', 'late-after-closed', 'given-elsewhere', 'unknown'],
  depot: ['given', 'declined', 'withheld', 'late-after-closed', 'given-elsewhere', 'unknown'],
} as const satisfies Record<DoseKind, readonly DoseOutcome[]>

/** What can be said of a dose of any kind while somebody says "intoxicated now": no dose is given (rule ROUTE-11). */
export const OUTCOMES_IF_INTOXICATED = ['withheld'] as const satisfies readonly DoseOutcome[]

/** Does this outcome cover its day? */
export function doesCover(outcome: DoseOutcome): outcome is CoveringOutcome {
  return OUTCOME_COVERS[outcome] === 'covers'
}

/** Can this be said of a dose of this kind? */
export function isOutcomeOf(kind: DoseKind, outcome: DoseOutcome): boolean {
  const outcomes: readonly DoseOutcome[] = OUTCOMES_OF_KIND[kind]
  return outcomes.includes(outcome)
}

/** Can this be said in the place of an entry about a dose of this kind? */
export function isCorrectionOf(kind: DoseKind, outcome: DoseOutcome): boolean {
  if (outcome === 'entered-in-error') return true
  return outcome === 'not-taken' ? kind === 'take-home' : isOutcomeOf(kind, outcome)
}
