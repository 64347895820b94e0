import { type OpeningHours, openIntervalsOn, openingOn } from '../calendar/opening-hours.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ClockTime, scheduledInstant } from '../calendar/zone.ts'

/** When a place never said when it is open, or did not confirm a holiday of its own week: ours, and no guideline. */
export const DEFAULT_DIGEST_HOURS = { from: ClockTime.parse('08:00'), to: ClockTime.parse('16:00') } as const

export type DigestWindow = { from: Date; until: Date }

/**
 * When may the digest of this day leave: from the first opening of the service to the end of its last hour?
 *
 * Later than that it would be read on another day, as if it were of that day. A day on which the service is shut has none.
 * Hours that nobody told us, and a holiday of which the place said nothing, are not known to be shut: 08:00 to 16:00 there.
 */
export function digestWindow(hours: OpeningHours, day: PlainDate): DigestWindow | null {
  const opening = openingOn(hours, 'open', day)
  if (opening.kind === 'closed' && opening.because !== 'holiday-not-confirmed') return null
  const known = openIntervalsOn(hours, 'open', day)
  const first = known.kind === 'intervals' ? known.intervals[0] : undefined
  if (known.kind === 'intervals' && first) {
    const until = new Date(Math.max(...known.intervals.map(({ to }) => to.getTime())))
    return { from: first.from, until }
  }
  return {
    from: scheduledInstant(day, DEFAULT_DIGEST_HOURS.from, hours.zone),
    until: scheduledInstant(day, DEFAULT_DIGEST_HOURS.to, hours.zone),
  }
}
