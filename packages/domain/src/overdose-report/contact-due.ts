import { endOfDay, plainDateIn, type Zone } from '../calendar/zone.ts'

/**
 * Until when must somebody have been in contact after an overdose was reported? The end of the day on which it was told, on
 * the clock of the place (rule OD-2). It is counted from the telling and not from the overdose: what is told late is due now.
 * Nothing else of the case moves by it (rule OD-3).
 */
export function contactDueAt(toldAt: Date, zone: Zone): Date {
  return endOfDay(plainDateIn(toldAt, zone), zone)
}
