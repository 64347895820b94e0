import type { ObservedTime } from './observed-time.ts'

/**
 * Weeks until acute leukaemia came back, under 6-mercaptopurine and under placebo (Freireich and others, Blood 21, 1963): the example by
 * which textbooks show what these methods answer. For tests alone.
 */
export const REMISSION_WEEKS = {
  treated: [
    ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(came),
    ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(outOfSight),
  ],
  placebo: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(came),
} as const satisfies Record<string, readonly ObservedTime<'event'>[]>

export function came(time: number): ObservedTime<'event'> {
  return { time, end: 'event' }
}

export function outOfSight(time: number): ObservedTime<'event'> {
  return { time, end: null }
}
