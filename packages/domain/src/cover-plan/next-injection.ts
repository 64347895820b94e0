import { isOpenOn, type OpeningHours } from '../calendar/opening-hours.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isInjectionDay } from '../dose-list/injection-days.ts'
import { depotState } from '../medication/depot-status.ts'
import { findTreatmentOn, type MedicationHistory } from '../medication/medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from '../medication/medicine-table.ts'

/** A booked time about the treatment. */
export type BookedTime = {
  /** The day of it where it is. */
  on: PlainDate
  /** When that place doses; 'inside' for a prison, where nobody records hours. */
  place: OpeningHours | 'inside'
}

export const NEXT_INJECTION = ['not-on-depot', 'booked', 'not-booked'] as const
export type NextInjection = (typeof NEXT_INJECTION)[number]

/**
 * Is the next injection booked (rule DOSE-31)? A booked time about the treatment counts from today on, on a day inside the window of the
 * last injection on which its place doses; inside a prison up to the day out. For a product whose window nobody told us, any
 * such day counts. Somebody on a depot of whom no injection is recorded has no due date to book: the gap says what is wrong.
 */
export function nextInjection(
  history: MedicationHistory,
  today: PlainDate,
  booked: readonly BookedTime[],
  rules: DepotRuleSet = DEPOT_RULE_SET,
): NextInjection {
  if (findTreatmentOn(history, today)?.rhythm !== 'depot') return 'not-on-depot'
  const depot = depotState(history, today, rules)
  if (depot.kind === 'no-injection') return 'not-on-depot'
  const lastDayInside = history.custody.outOn ?? history.custody.releaseDate
  const counts = ({ on, place }: BookedTime): boolean => {
    if (on < today) return false
    const dates = depot.kind === 'injected' ? depot.dates : null
    if (place !== 'inside') return dates === null ? isOpenOn(place, 'dosing', on) : isInjectionDay(dates, place, on)
    const isInWindow = dates === null || (dates.notBefore <= on && on <= dates.windowTo)
    return isInWindow && (lastDayInside === null || on <= lastDayInside)
  }
  return booked.some(counts) ? 'booked' : 'not-booked'
}
