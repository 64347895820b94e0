import { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, getZone, instantAt } from '@throughcare/domain/calendar/zone'

/** What somebody typed about the moment at the gate. */
export type StatedRelease = {
  releasedOn: string | null
  time: string
  /** Which of two, where the clock showed this time twice. */
  which: 'earlier' | 'later' | null
}

export type ReadRelease =
  | { ok: true; releasedAt: Date }
  /** The clock showed it twice: ask which. */
  | { ok: false; fault: 'twice' }
  | { ok: false; fault: 'missing' | 'impossible' }

/** When was that, on the prison's clock? Nothing is guessed: a time that never was and one that was twice go back to the form. */
export function readStatedRelease({ releasedOn, time, which }: StatedRelease, zone: string): ReadRelease {
  if (!releasedOn || time.trim() === '') return { ok: false, fault: 'missing' }
  const day = PlainDate.safeParse(releasedOn)
  const clock = ClockTime.safeParse(time.trim().replace('.', ':').padStart(5, '0'))
  if (!day.success || !clock.success) return { ok: false, fault: 'impossible' }
  const found = instantAt(day.data, clock.data, getZone(zone))
  if (found.kind === 'instant') return { ok: true, releasedAt: found.instant }
  if (found.kind === 'does-not-exist') return { ok: false, fault: 'impossible' }
  return which === null ? { ok: false, fault: 'twice' } : { ok: true, releasedAt: found[which] }
}
