import type { Category } from '../access/access-codes.ts'
import { OTHER_RULES } from './indicator-rules.ts'

/** The figures on the continuity dashboard that are shares, in the order of the page. */
export const INDICATORS = [
  'dose-within-48-hours',
  'c20-treatment-within-3-weeks',
  'no-gap-of-three-days',
  'treatment-within-21-days',
  'both-partners-in-treatment',
  'naloxone-at-the-gate',
  'supporter-kit-within-7-days',
  'overdose-recall-at-12-months',
  'acknowledged-before-release',
  'pack-at-unplanned-release',
  'own-words-asked',
  'first-night-bed',
  'benefits-claimed-by-day-3',
] as const
export type Indicator = (typeof INDICATORS)[number]

/** Those that are lengths of time: a median and a 90th percentile. */
export const LENGTH_INDICATORS = ['hours-to-acknowledge', 'hiv-hcv-supply-gap'] as const
export type LengthIndicator = (typeof LENGTH_INDICATORS)[number]

/** What is counted: releases, or chains of handoffs (a handoff with all its resends), or medicines. */
export const COUNTED_UNITS = ['release', 'handoff-chain', 'medicine'] as const
export type CountedUnit = (typeof COUNTED_UNITS)[number]

export type IndicatorRule = {
  /** The figure's number in the research and in definitions.md. */
  figure: `I${number}` | 'C20'
  ruleId: `FIG-${number}`
  unit: CountedUnit
  /** Whether any case can stand beside the figure instead of in it. */
  leavesOut: boolean
  /** False while nobody records what it asks for: the page says so, and never 0 %. */
  isCollected: boolean
  /** The entry of packages/i18n that says it in words to the reader. */
  definitionKey: string
  /** For docs/clinical-rules.md; readers of the page get the words under `definitionKey`. */
  numerator: string
  denominator: string
  /** Who stands beside the figure, and is shown there. */
  exclusions: string
  /** Within which time, from which instant. */
  window: string
  /** The same in whole days after the day of release; 0 where it ends at the gate. Where it is open, as far as lengths are kept. */
  overAfterDays: number
  source: string
}

/** Each figure as definitions.md pins it. */
export const INDICATOR_TABLE = {
  'dose-within-48-hours': {
    figure: 'I1',
    ruleId: 'FIG-1',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.dose-within-48-hours',
    numerator: 'first dose at most 48:00:00 after release in any way, or cover that lasts the 48 hours',
    denominator:
      'releases of people on opioid maintenance treatment, without those who died or were back in custody before 48 hours',
    exclusions: 'not on treatment; treatment not known; died or back in custody before 48 hours',
    window: '48 elapsed hours from the gate, the last second included',
    overAfterDays: 2,
    source: 'definitions.md, Figures; research 3d, I1',
  },
  'treatment-within-21-days': {
    figure: 'I3',
    ruleId: 'FIG-2',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.treatment-within-21-days',
    numerator: 'community treatment started on or before day 21 after the day of release',
    denominator: 'releases of people with a treatment need who were handed off; declined, died and recalled stay in',
    exclusions: 'no need; need not known; never handed off',
    window: '21 days after the day of release in the prison’s calendar',
    overAfterDays: 21,
    source: 'definitions.md, Figures; research 3d, I3',
  },
  'naloxone-at-the-gate': {
    figure: 'I4',
    ruleId: 'FIG-3',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.naloxone-at-the-gate',
    numerator: 'naloxone handed to the person at or before the gate',
    denominator: 'releases of people with an opioid need; declined stays in as not met',
    exclusions: 'no need; need not known',
    window: 'up to the gate',
    overAfterDays: 0,
    source: 'definitions.md, Figures; research 3d, I4',
  },
  'acknowledged-before-release': {
    figure: 'I6',
    ruleId: 'FIG-4',
    unit: 'handoff-chain',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.acknowledged-before-release',
    numerator: 'acknowledged before release, by the receiving service or by the fallback service (told apart)',
    denominator:
      'handoffs of planned releases sent at least 24 hours before release, a chain of resends counted once; revoked ones stay in as not met',
    exclusions: 'unplanned and short-notice releases; sent late; never sent',
    window: 'up to the gate',
    overAfterDays: 0,
    source: 'definitions.md, Figures; research 3d, I6',
  },
  'first-night-bed': {
    figure: 'I8',
    ruleId: 'FIG-5',
    unit: 'release',
    leavesOut: false,
    isCollected: true,
    definitionKey: 'continuity.definition.first-night-bed',
    numerator: 'a confirmed bed for the first night; a known street is not one',
    denominator: 'all releases',
    exclusions: 'none',
    window: 'the first night',
    overAfterDays: 1,
    source: 'definitions.md, Figures; research 3d, I8',
  },
  ...OTHER_RULES,
} as const satisfies Record<Indicator | LengthIndicator, IndicatorRule>

/** Every category that a figure needs open, beside its own. */
export const ALSO_READS = {
  'supporter-kit-within-7-days': ['naloxone'],
  'pack-at-unplanned-release': ['naloxone'],
} as const satisfies Partial<Record<Indicator, readonly Category[]>>
