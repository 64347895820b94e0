import { AGE_BANDS, BREAKDOWNS } from '@throughcare/domain/continuity/breakdowns'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import { CURVES } from '@throughcare/domain/continuity/curve/curves'
import { detailsOf } from '@throughcare/domain/continuity/indicator-details'
import { INDICATORS, LENGTH_INDICATORS } from '@throughcare/domain/continuity/indicators'
import { ASSURANCES, VARIATIONS } from '@throughcare/domain/continuity/process-chart/read-chart'
import { FIGURE_ANNOTATION_KINDS } from '@throughcare/domain/figure-annotation/figure-annotation-codes'

/** The words of figures, curves and charts by the codes that they are for: a part of CODED_WORDS. */
export const FIGURE_WORDS: Readonly<Record<string, readonly string[]>> = {
  'continuity.indicator': [...INDICATORS, ...LENGTH_INDICATORS],
  'curve.name': CURVES,
  'curve.title': CURVES,
  'curve.what': CURVES,
  'figure-group.breakdown': ['prison', ...BREAKDOWNS],
  'figure-group.age-band': AGE_BANDS.map(({ value }) => value),
  'process-chart.variation': VARIATIONS,
  'process-chart.assurance': ASSURANCES,
  'process-chart.signs.outside': ['high', 'low'],
  'figure-annotation.kind-name': FIGURE_ANNOTATION_KINDS,
  'figure-annotation.kind-help': FIGURE_ANNOTATION_KINDS,
  'continuity.outcome': COUNT_OUTCOMES,
  ...Object.fromEntries(
    INDICATORS.map((indicator) => [
      `continuity.detail.${indicator}`,
      COUNT_OUTCOMES.flatMap((outcome) => detailsOf(indicator, outcome)),
    ]),
  ),
}
