import type { ProcessChart } from './process-chart.ts'

/** Whether more of it is better, less of it, or neither. */
export type BetterWhen = 'higher' | 'lower' | 'neither'

/** What the last month says of the process: never a colour for one month by itself. */
export const VARIATIONS = ['improvement', 'concern', 'change', 'common-cause', 'unknown'] as const
export type Variation = (typeof VARIATIONS)[number]

/** Whether the process, as it runs, meets the target. */
export const ASSURANCES = ['consistently-passes', 'consistently-fails', 'inconsistent', 'no-target'] as const
export type Assurance = (typeof ASSURANCES)[number]

/**
 * What a reader takes from a chart (rule FIG-9): is there more than chance in the last point that is shown, which way, and
 * does the process reach its target whatever chance does? `unknown` where no point is shown.
 */
export function readChart(
  { points }: ProcessChart,
  { better, target }: { better: BetterWhen; target: number | null },
): { variation: Variation; assurance: Assurance } {
  const last = points.findLast((point) => point !== null)
  if (!last) return { variation: 'unknown', assurance: 'no-target' }
  return { variation: variationOf(last.sign?.towards ?? null, better), assurance: assuranceOf(last, better, target) }
}

function variationOf(towards: 'high' | 'low' | null, better: BetterWhen): Variation {
  if (towards === null) return 'common-cause'
  if (better === 'neither') return 'change'
  return (towards === 'high') === (better === 'higher') ? 'improvement' : 'concern'
}

function assuranceOf(
  { lower, upper }: { lower: number; upper: number },
  better: BetterWhen,
  target: number | null,
): Assurance {
  if (target === null || better === 'neither') return 'no-target'
  if (target > upper) return better === 'higher' ? 'consistently-fails' : 'consistently-passes'
  if (target < lower) return better === 'higher' ? 'consistently-passes' : 'consistently-fails'
  return 'inconsistent'
}
