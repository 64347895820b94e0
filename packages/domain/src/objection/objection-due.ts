import { endOfDay, plainDateIn, type Zone } from '../calendar/zone.ts'

/**
 * By when a clinician has decided on an objection: the end of the day on which it was made, on the calendar of the service at which
 * it was made (rule CON-3). A day on which that service is shut is a day like others: whoever wrote it down was there.
 */
export function objectionDueAt(recordedAt: Date, zone: Zone): Date {
  return endOfDay(plainDateIn(recordedAt, zone), zone)
}

/** Is it past its day, and still nobody has decided? */
export function isObjectionOverdue(of: { dueAt: Date; decision: string | null }, now: Date): boolean {
  return of.decision === null && now >= of.dueAt
}
