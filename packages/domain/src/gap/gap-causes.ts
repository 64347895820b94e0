import type { GapState } from '../medication/strip-state.ts'

/** Why a day has no cover, in the engine's own words: every reason that a day without cover can have. */
export type GapCause = GapState['because']

/** What a person does first about a gap. It never is an amount, and never more than a call, a booking or a look. */
export const GAP_STEPS = [
  'ring-place',
  'arrange-supply',
  'book-appointment',
  'book-earlier',
  'choose-place',
  'ring-prescriber',
  'find-way',
  'confirm-regime',
  'confirm-release',
  'ring-person',
] as const
export type GapStep = (typeof GAP_STEPS)[number]

/** What people with one cause have in common, so that one action serves them all: a place's day, a place, or the cause. */
export type GapSharing = 'place-and-day' | 'place' | 'cause'

/**
 * Which people on the board share a cause, and what is done first about it (rule DOSE-41)? The order is ours and no guideline:
 * a closed door first, because one call may open it for everybody who goes there.
 */
export const GAP_CAUSE_TABLE = {
  'holiday-not-confirmed': { sharing: 'place-and-day', step: 'ring-place' },
  closure: { sharing: 'place-and-day', step: 'arrange-supply' },
  'said-closed': { sharing: 'place-and-day', step: 'arrange-supply' },
  'weekly-hours': { sharing: 'place-and-day', step: 'arrange-supply' },
  'hours-unknown': { sharing: 'place', step: 'ring-place' },
  'no-dosing-point': { sharing: 'cause', step: 'choose-place' },
  'no-appointment': { sharing: 'place', step: 'book-appointment' },
  'before-first-appointment': { sharing: 'place', step: 'book-earlier' },
  'no-prescription': { sharing: 'place', step: 'ring-prescriber' },
  'not-reachable': { sharing: 'place', step: 'find-way' },
  'no-dose-recorded': { sharing: 'place', step: 'ring-person' },
  'late-after-closed': { sharing: 'place', step: 'ring-person' },
  'not-taken': { sharing: 'cause', step: 'ring-person' },
  declined: { sharing: 'cause', step: 'ring-person' },
  withheld: { sharing: 'cause', step: 'ring-prescriber' },
  'part-dose': { sharing: 'cause', step: 'ring-prescriber' },
  vomited: { sharing: 'cause', step: 'ring-prescriber' },
  'part-of-split': { sharing: 'cause', step: 'ring-person' },
  'depot-window-over': { sharing: 'cause', step: 'ring-prescriber' },
  'depot-window-not-known': { sharing: 'cause', step: 'ring-prescriber' },
  'never-covered': { sharing: 'cause', step: 'ring-prescriber' },
  'outcome-unknown': { sharing: 'place', step: 'ring-place' },
  'regime-not-confirmed': { sharing: 'cause', step: 'confirm-regime' },
  'regime-stale': { sharing: 'cause', step: 'confirm-regime' },
  'not-confirmed-out': { sharing: 'cause', step: 'confirm-release' },
  'before-admission': { sharing: 'cause', step: 'ring-prescriber' },
} as const satisfies Record<GapCause, { sharing: GapSharing; step: GapStep }>

/** Every cause, in the order of the table. */
export const GAP_CAUSES = Object.keys(GAP_CAUSE_TABLE) as readonly GapCause[]
