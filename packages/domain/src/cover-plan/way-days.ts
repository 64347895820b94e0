import { daysFromTo, type PlainDate } from '../calendar/plain-date.ts'
import type { WayToClose } from '../medication/ways-to-close.ts'

/**
 * On which days is this way done (rule DOSE-10)? The days of the supply, those on which the other place doses, the day of the
 * injection, of the appointment, or the earlier release. In order, at least one. Kept with what is agreed.
 */
export function daysOfWay(way: WayToClose): PlainDate[] {
  switch (way.way) {
    case 'depot-before-release':
      return [way.injectOn]
    case 'bridging-supply':
      return daysFromTo(way.supply.from, way.supply.to)
    case 'other-dosing-point':
      return [...way.openDays]
    case 'earlier-appointment':
      return [way.appointmentOn]
    case 'earlier-release':
      return [way.releaseOn]
  }
}
