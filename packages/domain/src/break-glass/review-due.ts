import { firstDayOpenOnOrAfter, type OpeningHours, openIntervalsOn } from '../calendar/opening-hours.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { WEEKEND, workingDayOnOrAfter } from '../calendar/working-days.ts'
import { endOfDay, plainDateIn } from '../calendar/zone.ts'

/**
 * By when does a privacy officer look at an emergency look (rule ACC-4)? When the acting service closes on its next working day:
 * the first day after the day of the look, in its zone, on which it opens. Whoever looks on Friday night is reviewed by Monday
 * evening, after Easter by Tuesday. A service whose hours nobody told works on weekdays that are no public holiday, to midnight.
 */
export function reviewDueAt(lookedAt: Date, hours: OpeningHours): Date {
  const next = addDays(plainDateIn(lookedAt, hours.zone), 1)
  const day = nextWorkingDay(next, hours)
  const opening = openIntervalsOn(hours, 'open', day)
  const last = opening.kind === 'intervals' ? opening.intervals.at(-1) : undefined
  return last?.to ?? endOfDay(day, hours.zone)
}

function nextWorkingDay(from: PlainDate, hours: OpeningHours): PlainDate {
  const open = firstDayOpenOnOrAfter(hours, 'open', from)
  if (open.kind === 'open-day') return open.day
  const working = workingDayOnOrAfter(from, { weekend: WEEKEND, holidays: hours.holidays })
  return working.kind === 'working-day' ? working.day : from
}
