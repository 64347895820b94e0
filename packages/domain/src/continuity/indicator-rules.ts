import type { IndicatorRule, LengthIndicator } from './indicators.ts'

/** The figures of the research that definitions.md leaves as they stand there. */
export const OTHER_RULES = {
  'no-gap-of-three-days': {
    figure: 'I2',
    ruleId: 'FIG-11',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.no-gap-of-three-days',
    numerator: 'no three days on end without a recorded dose or its cover in the first 21 days',
    denominator: 'releases of people on opioid maintenance treatment; where no dose is recorded it is unknown',
    exclusions:
      'not on treatment; treatment not known; died or back in custody within the 21 days without such a gap before',
    window: '21 days, the day of release the first; only days that are over',
    source: 'research 3d, I2',
  },
  'supporter-kit-within-7-days': {
    figure: 'I5',
    ruleId: 'FIG-13',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.supporter-kit-within-7-days',
    numerator: 'a naloxone kit for a supporter or the household handed over on or before day 7',
    denominator: 'releases of people with somebody whom they want to be rung; declined stays in as not met',
    exclusions: 'nobody whom the person wants to be rung',
    window: '7 days after the day of release, or earlier',
    source: 'research 3d, I5',
  },
  'hours-to-acknowledge': {
    figure: 'I7',
    ruleId: 'FIG-14',
    unit: 'handoff-chain',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.hours-to-acknowledge',
    numerator: 'median and 90th percentile of hours from sending to the first acknowledgement',
    denominator:
      'handoffs that were sent, a chain of resends counted once; one that nobody acknowledged is longer than any other',
    exclusions: 'taken back by the sender before anybody acknowledged',
    window: 'open',
    source: 'research 3d, I7',
  },
  'benefits-claimed-by-day-3': {
    figure: 'I9',
    ruleId: 'FIG-15',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.benefits-claimed-by-day-3',
    numerator: 'the claim was made on or before day 3, or before release',
    denominator: 'releases of people whose plan asks for a claim; declined stays in as not met',
    exclusions: 'the plan asks for no claim, or it was found not to be needed',
    window: '3 days after the day of release, or earlier',
    source: 'research 3d, I9',
  },
  'pack-at-unplanned-release': {
    figure: 'I10',
    ruleId: 'FIG-16',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.pack-at-unplanned-release',
    numerator: 'the minimum pack was whole when the release was recorded',
    denominator: 'unplanned releases',
    exclusions: 'planned and short-notice releases',
    window: 'the moment at which the release was recorded',
    source: 'research 3d, I10; rule REL-10',
  },
  'own-words-asked': {
    figure: 'I11',
    ruleId: 'FIG-21',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.own-words-asked',
    numerator: 'at least one strategy in the person’s own words, or the person chose to say none',
    denominator: 'releases with a plan',
    exclusions: 'no plan had been made by the time of release',
    window: 'open',
    source: 'research 3d, I11',
  },
  'overdose-recall-at-12-months': {
    figure: 'I12',
    ruleId: 'FIG-18',
    unit: 'release',
    leavesOut: true,
    isCollected: false,
    definitionKey: 'continuity.definition.overdose-recall-at-12-months',
    numerator:
      'the form about overdoses of the last six months was filled in within 30 days of twelve months after release',
    denominator: 'releases whose twelve months and thirty days are over',
    exclusions: 'not due yet',
    window: '12 months after the day of release, 30 days on both sides',
    source: 'research 3d, I12',
  },
  'hiv-hcv-supply-gap': {
    figure: 'I13',
    ruleId: 'FIG-17',
    unit: 'medicine',
    leavesOut: false,
    isCollected: true,
    definitionKey: 'continuity.definition.hiv-hcv-supply-gap',
    numerator: 'median and 90th percentile of days between the end of what was in hand at release and the next supply',
    denominator:
      'medicines against HIV and hepatitis C that were under way at release; one without a next supply is longer than any other',
    exclusions: 'none',
    window: 'open',
    source: 'research 3d, I13',
  },
  'both-partners-in-treatment': {
    figure: 'I14',
    ruleId: 'FIG-19',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.both-partners-in-treatment',
    numerator: 'both let each other see a first day of treatment, on or before day 30',
    denominator: 'releases of people to whom a partner link is shown; a blocked one is shown to nobody',
    exclusions: 'no link is shown',
    window: '30 days after the day of release, or earlier',
    source: 'research 3d, I14; rule PAR-2',
  },
  'c20-treatment-within-3-weeks': {
    figure: 'C20',
    ruleId: 'FIG-20',
    unit: 'release',
    leavesOut: true,
    isCollected: true,
    definitionKey: 'continuity.definition.c20-treatment-within-3-weeks',
    numerator: 'community treatment started within 21 days of release',
    denominator:
      'adults who were in treatment in prison and were referred to treatment outside; nobody else is taken out',
    exclusions: 'not in treatment; treatment not known; never handed off; under 18',
    window: '21 days after the day of release in the prison’s calendar',
    source: 'Public Health Outcomes Framework C20; research 3d',
  },
} as const satisfies Record<
  | LengthIndicator
  | 'no-gap-of-three-days'
  | 'supporter-kit-within-7-days'
  | 'benefits-claimed-by-day-3'
  | 'pack-at-unplanned-release'
  | 'own-words-asked'
  | 'overdose-recall-at-12-months'
  | 'both-partners-in-treatment'
  | 'c20-treatment-within-3-weeks',
  IndicatorRule
>
