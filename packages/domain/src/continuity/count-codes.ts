/** A case counts in one of three ways, or stands beside the figure. Unknown counts as not met, and is shown apart. */
export const COUNT_OUTCOMES = ['met', 'not-met', 'unknown', 'left-out'] as const
export type CountOutcome = (typeof COUNT_OUTCOMES)[number]

/** In which way a figure was met. */
export const MET_DETAILS = [
  'supervised',
  'take-home',
  'depot',
  'by-schedule',
  'started-in-time',
  'in-hand',
  'by-receiver',
  'by-fallback',
  'confirmed-bed',
  'no-gap',
  'supporter-has-kit',
  'claimed-in-time',
  'pack-whole',
  'strategy',
  'chose-not-to',
  'both-started',
] as const
export type MetDetail = (typeof MET_DETAILS)[number]

/** Why it was not met. All of these stay below the line. */
export const NOT_MET_DETAILS = [
  'later',
  'declined',
  'died',
  'back-in-custody',
  'left-in-prison',
  'handed-after-release',
  'not-acknowledged',
  'acknowledged-after-release',
  'revoked',
  'other-address',
  'street',
  'gap-of-three-days',
  'pack-not-whole',
  'no-strategy',
  'not-started',
] as const
export type NotMetDetail = (typeof NOT_MET_DETAILS)[number]

/** What is not known: nothing was recorded, a dose has no time, or the hours and days are not over yet. */
export const UNKNOWN_DETAILS = ['nothing-recorded', 'time-not-recorded', 'still-within-time'] as const
export type UnknownDetail = (typeof UNKNOWN_DETAILS)[number]

/** Why a case stands beside the figure. Shown beside it, so that silence does not improve it. */
export const LEFT_OUT_DETAILS = [
  'not-on-treatment',
  'treatment-not-known',
  'no-need',
  'need-not-known',
  'died',
  'back-in-custody',
  'never-handed-off',
  'never-sent',
  'sent-late',
  'short-notice',
  'unplanned',
  'planned',
  'no-supporter',
  'nothing-to-claim',
  'no-plan',
  'not-due-yet',
  'no-couple',
  'under-age',
] as const
export type LeftOutDetail = (typeof LEFT_OUT_DETAILS)[number]

export type IndicatorCount =
  | { outcome: 'met'; detail: MetDetail }
  | { outcome: 'not-met'; detail: NotMetDetail }
  | { outcome: 'unknown'; detail: UnknownDetail }
  | { outcome: 'left-out'; detail: LeftOutDetail }
