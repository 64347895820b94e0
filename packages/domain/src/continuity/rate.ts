import { type Interval, wilsonInterval } from './wilson.ts'

/** Below so many cases a rate is noise, and it can point at people. */
export const SMALLEST_DENOMINATOR = 10

export type Rate =
  /** `share` is between 0 and 1, not rounded; `interval` is Wilson's, 95 % (rule FIG-10). */
  | { kind: 'rate'; share: number; interval: Interval; met: number; denominator: number }
  | { kind: 'too-few' }
  | { kind: 'nobody' }

/**
 * The rate of a figure (rule FIG-6): met among met, not met and unknown. Silence counts against it. Fewer than 10 below
 * the line give no rate; nobody below the line is not 0 %.
 *
 * @param denominator met, not met and unknown together
 */
export function rateOf({ met, denominator }: { met: number; denominator: number }): Rate {
  if (denominator === 0) return { kind: 'nobody' }
  if (denominator < SMALLEST_DENOMINATOR) return { kind: 'too-few' }
  return { kind: 'rate', share: met / denominator, interval: wilsonInterval(met, denominator), met, denominator }
}
