import {
  OPENING_HORIZON_DAYS,
  type OpeningHours,
  type OpeningPurpose,
  openIntervalsOn,
} from '../calendar/opening-hours.ts'
import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'

/** Whether somebody is at the place at this instant. */
export type OpenNow =
  | { kind: 'open'; closesAt: Date }
  /** `opensAt` is null when no open time is known ahead. */
  | { kind: 'closed'; opensAt: Date | null }
  /** Nobody told us their hours for today: neither open nor closed. */
  | { kind: 'hours-unknown' }

/** Is the place open for this purpose now, until when, and if not, from when on? The closing instant itself is closed. */
export function openNow(hours: OpeningHours, now: Date, purpose: OpeningPurpose = 'open'): OpenNow {
  const today = plainDateIn(now, hours.zone)
  for (let days = 0; days <= OPENING_HORIZON_DAYS; days += 1) {
    const found = openIntervalsOn(hours, purpose, addDays(today, days))
    if (found.kind === 'hours-unknown') return days === 0 ? found : { kind: 'closed', opensAt: null }
    const next = found.intervals.find((each) => each.to > now)
    if (next) return next.from <= now ? { kind: 'open', closesAt: next.to } : { kind: 'closed', opensAt: next.from }
  }
  return { kind: 'closed', opensAt: null }
}
