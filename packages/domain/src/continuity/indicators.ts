/** The figures on the continuity dashboard, in the order of the page. */
export const INDICATORS = [
  'dose-within-48-hours',
  'treatment-within-21-days',
  'naloxone-at-the-gate',
  'acknowledged-before-release',
  'first-night-bed',
] as const
export type Indicator = (typeof INDICATORS)[number]

/** What is counted: releases, or chains of handoffs (a handoff with all its resends). */
export const COUNTED_UNITS = ['release', 'handoff-chain'] as const
export type CountedUnit = (typeof COUNTED_UNITS)[number]

export type IndicatorRule = {
  /** The figure's number in the research and in definitions.md. */
  figure: 'I1' | 'I3' | 'I4' | 'I6' | 'I8'
  ruleId: string
  unit: CountedUnit
  /** Whether any case can stand beside the figure instead of in it. */
  leavesOut: boolean
  /** The entry of packages/i18n that says it in words to the reader. */
  definitionKey: string
  /** For docs/clinical-rules.md; readers of the page get the words under `definitionKey`. */
  numerator: string
  denominator: string
}

/** Each figure as definitions.md pins it. */
export const INDICATOR_TABLE = {
  'dose-within-48-hours': {
    figure: 'I1',
    ruleId: 'FIG-1',
    unit: 'release',
    leavesOut: true,
    definitionKey: 'continuity.definition.dose-within-48-hours',
    numerator: 'first dose at most 48:00:00 after release in any way, or cover that lasts the 48 hours',
    denominator:
      'releases of people on opioid maintenance treatment, without those who died or were back in custody before 48 hours',
  },
  'treatment-within-21-days': {
    figure: 'I3',
    ruleId: 'FIG-2',
    unit: 'release',
    leavesOut: true,
    definitionKey: 'continuity.definition.treatment-within-21-days',
    numerator: 'community treatment started on or before day 21 after the day of release',
    denominator: 'releases of people with a treatment need who were handed off; declined, died and recalled stay in',
  },
  'naloxone-at-the-gate': {
    figure: 'I4',
    ruleId: 'FIG-3',
    unit: 'release',
    leavesOut: true,
    definitionKey: 'continuity.definition.naloxone-at-the-gate',
    numerator: 'naloxone handed to the person at or before the gate',
    denominator: 'releases of people with an opioid need; declined stays in as not met',
  },
  'acknowledged-before-release': {
    figure: 'I6',
    ruleId: 'FIG-4',
    unit: 'handoff-chain',
    leavesOut: true,
    definitionKey: 'continuity.definition.acknowledged-before-release',
    numerator: 'acknowledged before release, by the receiving service or by the fallback service (told apart)',
    denominator:
      'handoffs of planned releases sent at least 24 hours before release, a chain of resends counted once; revoked ones stay in as not met',
  },
  'first-night-bed': {
    figure: 'I8',
    ruleId: 'FIG-5',
    unit: 'release',
    leavesOut: false,
    definitionKey: 'continuity.definition.first-night-bed',
    numerator: 'a confirmed bed for the first night; a known street is not one',
    denominator: 'all releases',
  },
} as const satisfies Record<Indicator, IndicatorRule>
