import type { PlainDate } from './plain-date.ts'

export type HolidayDecision = { ok: true } | { ok: false; refusal: 'calendar.day-is-over' | 'calendar.is-so-already' }

/**
 * May an administrator make a day a public holiday of a region, or no holiday (rule CAL-6)? Today and later days only: what was
 * shown of a day that is over stays as it was read. A day that is so already needs no word; a holiday may be renamed.
 *
 * @param named what it is called today; null: it is none
 * @param name what it is to be called; null: it is to be none
 */
export function decideHoliday(
  day: PlainDate,
  named: string | null,
  name: string | null,
  today: PlainDate,
): HolidayDecision {
  if (day < today) return { ok: false, refusal: 'calendar.day-is-over' }
  return named === name ? { ok: false, refusal: 'calendar.is-so-already' } : { ok: true }
}
