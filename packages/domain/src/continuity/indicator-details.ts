import type {
  CountOutcome,
  IndicatorCount,
  LeftOutDetail,
  MetDetail,
  NotMetDetail,
  UnknownDetail,
} from './count-codes.ts'
import type { Indicator } from './indicators.ts'

/**
 * What the page may say about how a case counted. Deaths are shown only over rolling twelve months of a region, so that
 * here they are never told apart from those who were back in custody.
 */
export type ShownDetail = Exclude<IndicatorCount['detail'], 'died' | 'back-in-custody'> | 'died-or-back-in-custody'

type Shown<Detail extends IndicatorCount['detail']> =
  | Exclude<Detail, 'died' | 'back-in-custody'>
  | (Detail extends 'died' ? 'died-or-back-in-custody' : never)

export type DetailsOfIndicator = {
  met: readonly Shown<MetDetail>[]
  'not-met': readonly Shown<NotMetDetail>[]
  unknown: readonly Shown<UnknownDetail>[]
  'left-out': readonly Shown<LeftOutDetail>[]
}

/** Every way in which a case can count in each figure, in the order in which the page tells them. */
export const DETAILS_OF_INDICATOR = {
  'dose-within-48-hours': {
    met: ['supervised', 'take-home', 'depot', 'by-schedule'],
    'not-met': ['later'],
    unknown: ['nothing-recorded', 'time-not-recorded', 'still-within-time'],
    'left-out': ['not-on-treatment', 'treatment-not-known', 'died-or-back-in-custody'],
  },
  'treatment-within-21-days': {
    met: ['started-in-time'],
    'not-met': ['later', 'declined', 'died-or-back-in-custody'],
    unknown: ['nothing-recorded', 'still-within-time'],
    'left-out': ['never-handed-off', 'no-need', 'need-not-known'],
  },
  'naloxone-at-the-gate': {
    met: ['in-hand'],
    'not-met': ['declined', 'left-in-prison', 'handed-after-release'],
    unknown: ['nothing-recorded'],
    'left-out': ['no-need', 'need-not-known'],
  },
  'acknowledged-before-release': {
    met: ['by-receiver', 'by-fallback'],
    'not-met': ['not-acknowledged', 'acknowledged-after-release', 'revoked'],
    unknown: [],
    'left-out': ['sent-late', 'never-sent', 'short-notice', 'unplanned'],
  },
  'first-night-bed': {
    met: ['confirmed-bed'],
    'not-met': ['other-address', 'street'],
    unknown: ['nothing-recorded', 'still-within-time'],
    'left-out': [],
  },
  'no-gap-of-three-days': {
    met: ['no-gap'],
    'not-met': ['gap-of-three-days'],
    unknown: ['nothing-recorded', 'still-within-time'],
    'left-out': ['not-on-treatment', 'treatment-not-known', 'died-or-back-in-custody'],
  },
  'c20-treatment-within-3-weeks': {
    met: ['started-in-time'],
    'not-met': ['not-started'],
    unknown: ['still-within-time'],
    'left-out': ['never-handed-off', 'not-on-treatment', 'treatment-not-known', 'under-age'],
  },
  'both-partners-in-treatment': {
    met: ['both-started'],
    'not-met': ['later'],
    unknown: ['nothing-recorded', 'still-within-time'],
    'left-out': ['no-couple'],
  },
  'supporter-kit-within-7-days': {
    met: ['supporter-has-kit'],
    'not-met': ['later', 'declined'],
    unknown: ['nothing-recorded', 'still-within-time'],
    'left-out': ['no-supporter'],
  },
  'overdose-recall-at-12-months': {
    met: [],
    'not-met': [],
    unknown: ['nothing-recorded'],
    'left-out': ['not-due-yet'],
  },
  'pack-at-unplanned-release': {
    met: ['pack-whole'],
    'not-met': ['pack-not-whole'],
    unknown: ['nothing-recorded'],
    'left-out': ['planned', 'short-notice'],
  },
  'own-words-asked': {
    met: ['strategy', 'chose-not-to'],
    'not-met': ['no-strategy'],
    unknown: ['nothing-recorded'],
    'left-out': ['no-plan'],
  },
  'benefits-claimed-by-day-3': {
    met: ['claimed-in-time'],
    'not-met': ['later', 'declined'],
    unknown: ['nothing-recorded', 'time-not-recorded', 'still-within-time'],
    'left-out': ['nothing-to-claim'],
  },
} as const satisfies Record<Indicator, DetailsOfIndicator>

/** The code that the page shows for a detail of a count. */
export function shownDetail(detail: IndicatorCount['detail']): ShownDetail {
  return detail === 'died' || detail === 'back-in-custody' ? 'died-or-back-in-custody' : detail
}

/** The details of one way of counting, as the page tells them. */
export function detailsOf(indicator: Indicator, outcome: CountOutcome): readonly ShownDetail[] {
  return DETAILS_OF_INDICATOR[indicator][outcome]
}
