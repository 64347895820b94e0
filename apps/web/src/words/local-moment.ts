import { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, clockTimeIn, getZone, instantAt, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { TypedMoment } from './typed-moment.ts'

export type ReadMoment =
  | { kind: 'moment'; at: Date }
  /** Nothing was typed for the time. */
  | { kind: 'no-time' }
  | { kind: 'fault'; of: 'day' | 'time'; fault: string }

/**
 * The instant that was typed. A time that the clock shows twice, on the night it goes back, is the earlier one; a time that
 * it jumps over is refused.
 */
export function readMoment({ day, time }: TypedMoment, timeZone: string): ReadMoment {
  const date = PlainDate.safeParse(day)
  if (!date.success)
    return { kind: 'fault', of: 'day', fault: date.error.issues[0]?.message ?? 'calendar.day.impossible' }
  if (time.trim() === '') return { kind: 'no-time' }
  const clock = ClockTime.safeParse(time.trim().replace('.', ':').padStart(5, '0'))
  if (!clock.success) return { kind: 'fault', of: 'time', fault: 'calendar.time.impossible' }
  const found = instantAt(date.data, clock.data, getZone(timeZone))
  if (found.kind === 'does-not-exist') return { kind: 'fault', of: 'time', fault: 'calendar.time.does-not-exist' }
  return { kind: 'moment', at: found.kind === 'instant' ? found.instant : found.earlier }
}

/** An instant as somebody in this zone would type it. */
export function typedMoment(at: Date | string, timeZone: string): TypedMoment {
  const zone = getZone(timeZone)
  const instant = new Date(at)
  return { day: plainDateIn(instant, zone), time: clockTimeIn(instant, zone) }
}
