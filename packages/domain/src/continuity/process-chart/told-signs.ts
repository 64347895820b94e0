import type { ProcessChart } from './process-chart.ts'
import type { Sign } from './special-cause.ts'

/** One sign of more than chance: by which rule, which way, and over which points. */
export type ToldSign = Sign & { readonly from: number; readonly to: number }

/**
 * The signs on a chart, one for each run of neighbours that bear the same, in order: what is said in words beside the picture
 * (rule FIG-9). Places are those of the points.
 */
export function toldSigns({ points }: ProcessChart): ToldSign[] {
  const told: ToldSign[] = []
  for (const [place, point] of points.entries()) {
    const sign = point?.sign
    if (!sign) continue
    const last = told.at(-1)
    if (last?.to === place - 1 && last.cause === sign.cause && last.towards === sign.towards)
      told[told.length - 1] = { ...last, to: place }
    else told.push({ ...sign, from: place, to: place })
  }
  return told
}
