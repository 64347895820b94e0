const MS_OF_A_DAY = 24 * 60 * 60 * 1000

/** Which stretch of a case is shown: the weeks around the release, or all of it. */
export const TIMELINE_SPANS = ['weeks', 'all'] as const
export type TimelineSpan = (typeof TIMELINE_SPANS)[number]

/** So many days before the release, or before now while nobody knows it, are the weeks around it. */
export const DAYS_BEFORE_RELEASE = 28

/**
 * From when to when a timeline is drawn: up to now, and on to what is booked; back to the admission, or to four weeks before
 * the release. At least a day wide, so that nothing divides by it.
 *
 * @param instants when everything on it happened or will
 */
export function spanOf(
  span: TimelineSpan,
  { admittedAt, releaseAt, now }: { admittedAt: Date; releaseAt: Date | null; now: Date },
  instants: readonly Date[],
): { from: Date; to: Date } {
  const times = instants.map((one) => one.getTime())
  const around = Math.min(releaseAt?.getTime() ?? now.getTime(), now.getTime()) - DAYS_BEFORE_RELEASE * MS_OF_A_DAY
  const begins = Math.min(admittedAt.getTime(), ...times)
  const from = span === 'all' ? begins : Math.max(around, Math.min(admittedAt.getTime(), now.getTime()))
  const to = Math.max(now.getTime(), releaseAt?.getTime() ?? from, from, ...times) + MS_OF_A_DAY
  return { from: new Date(from), to: new Date(to) }
}

/** Where in the span an instant lies: 0 at its start, 1 at its end; null when outside. */
export function shareOf(instant: Date, { from, to }: { from: Date; to: Date }): number | null {
  const share = (instant.getTime() - from.getTime()) / (to.getTime() - from.getTime())
  return share < 0 || share > 1 ? null : share
}
