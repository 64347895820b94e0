import type { ClockInterval, OpeningHours, WeeklyHours } from '../src/calendar/opening-hours.ts'
import { getPlainDate } from '../src/calendar/plain-date.ts'
import { ClockTime, getZone } from '../src/calendar/zone.ts'

/** An interval on the clock, for timetables in tests and demo data: `hours('09:00', '17:00')`. */
export function hours(from: string, to: string): ClockInterval {
  return { from: ClockTime.parse(from), to: to === '24:00' ? to : ClockTime.parse(to) }
}

/** Monday to Friday, nine to five. */
export const OFFICE_WEEK: WeeklyHours = {
  '1': [hours('09:00', '17:00')],
  '2': [hours('09:00', '17:00')],
  '3': [hours('09:00', '17:00')],
  '4': [hours('09:00', '17:00')],
  '5': [hours('09:00', '17:00')],
}

/** Every day of the week, nine to five. */
export const EVERY_DAY: WeeklyHours = { ...OFFICE_WEEK, '6': [hours('09:00', '17:00')], '7': [hours('09:00', '17:00')] }

/** England and Wales, Easter 2026. */
export const EASTER_2026 = [
  { on: getPlainDate('2026-04-03'), name: 'Good Friday' },
  { on: getPlainDate('2026-04-06'), name: 'Easter Monday' },
] as const

/** A pharmacy that opens on Saturdays but doses only on weekdays. */
export function harbourPharmacy(overrides: Partial<OpeningHours> = {}): OpeningHours {
  return {
    zone: getZone('Europe/London'),
    weekly: { open: { ...OFFICE_WEEK, '6': [hours('10:00', '13:00')] }, dosing: OFFICE_WEEK },
    closures: [],
    holidays: EASTER_2026,
    confirmedDays: [],
    ...overrides,
  }
}
