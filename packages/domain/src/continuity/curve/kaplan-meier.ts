import { instantsOf, type ObservedTime } from './observed-time.ts'

/** The two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054
const TOLERANCE = 1e-9

/** The curve from this time on, until the next step. */
export type CurveStep = {
  /** Minutes since the start. */
  readonly time: number
  readonly atRisk: number
  readonly events: number
  readonly censored: number
  /** The share that has not had the event yet, 0 to 1. */
  readonly share: number
  /** Pointwise 95 % interval; null where the share is 0 or 1, about which the method says nothing. */
  readonly interval: { readonly lower: number; readonly upper: number } | null
}

/** When half have had the event; null where the curve, or the edge of its interval, never comes down to a half. */
export type CurveMedian = {
  readonly median: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * How many have not yet had their first dose (contact, treatment start, acknowledgement) after so long, counting those who
 * went out of sight only as long as they were seen? The Kaplan–Meier estimate with Greenwood's variance and log-log
 * intervals (rule FIG-8).
 *
 * @param observed `end` is `event` or null
 * @returns one step for each instant at which anybody had the event or went out of sight; nobody: no step
 */
export function kaplanMeier(observed: readonly ObservedTime<'event'>[]): CurveStep[] {
  let share = 1
  let variance = 0
  return instantsOf(observed).map(({ time, atRisk, ended, censored }) => {
    const events = ended.get('event') ?? 0
    share *= (atRisk - events) / atRisk
    variance += events === 0 ? 0 : events / (atRisk * (atRisk - events))
    return { time, atRisk, events, censored, share, interval: intervalOf(share, variance) }
  })
}

/** Intervals on the scale of log(-log), so that they never leave 0 to 1. */
export function intervalOf(share: number, variance: number): CurveStep['interval'] {
  if (share <= 0 || share >= 1) return null
  const middle = Math.log(-Math.log(share))
  const reach = (Z_95 * Math.sqrt(variance)) / -Math.log(share)
  return { lower: Math.exp(-Math.exp(middle + reach)), upper: Math.exp(-Math.exp(middle - reach)) }
}

/** After how long have half had the event, and between what times may that be? */
export function medianOf(steps: readonly CurveStep[]): CurveMedian {
  const at = (shareOf: (step: CurveStep) => number | null) =>
    halfTime(
      steps.flatMap((step) => {
        const share = shareOf(step)
        return share === null ? [] : [{ time: step.time, share }]
      }),
    )
  return {
    median: at(({ share }) => share),
    lower: at(({ interval }) => interval?.lower ?? null),
    upper: at(({ interval }) => interval?.upper ?? null),
  }
}

/** A curve that lies on a half for a while is taken in the middle of that while. */
function halfTime(points: readonly { time: number; share: number }[]): number | null {
  const first = points.findIndex(({ share }) => share < 0.5 + TOLERANCE)
  const reached = points[first]
  if (!reached) return null
  if (Math.abs(reached.share - 0.5) >= TOLERANCE) return reached.time
  const below = points.slice(first).find(({ share }) => share < reached.share)
  return below ? (reached.time + below.time) / 2 : reached.time
}
