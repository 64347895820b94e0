import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { endOfFirstHours, hoursSinceRelease, type ReleaseFacts } from './hours-since-release.ts'
import type { Certainty, LegalStatus } from './release-codes.ts'

/** The parts of the releases board, in the order in which they are looked at. One person may be in several. */
export const RELEASE_WINDOWS = [
  'out-last-48-hours',
  'not-confirmed-out',
  'date-passed',
  'could-leave-today',
  'next-28-days',
  'later',
  'no-date',
] as const
export type ReleaseWindow = (typeof RELEASE_WINDOWS)[number]

/** Local dates on the board, today included. */
export const BOARD_DAYS = 28

/**
 * Whom may a court or an authority free on any day, whatever date stands in the record (rule REL-3)? A remand prisoner
 * can be freed from the dock at 16:30 on a Friday; so can somebody who waits for sentence, and a detained migrant on bail.
 */
export const MAY_LEAVE_ANY_DAY = {
  remand: true,
  'convicted-unsentenced': true,
  immigration: true,
  sentenced: false,
  recalled: false,
} as const satisfies Record<LegalStatus, boolean>

export type BoardFacts = ReleaseFacts & { legalStatus: LegalStatus }

/** May this person be freed on any day, so that everything must stand ready from the first day on? */
export function mayLeaveAnyDay(person: { legalStatus: LegalStatus; certainty: Certainty }): boolean {
  return MAY_LEAVE_ANY_DAY[person.legalStatus] || person.certainty === 'could-be-any-day'
}

/**
 * In which parts of the board does this person stand (rule REL-2)? Empty once the first 48 hours are over.
 *
 * The 28 days are local dates of the prison, today the first of them. The last 48 hours are elapsed ones. A date that
 * passed without a release keeps the person on the board: nobody falls off by being late. Somebody seen outside without
 * a confirmed release counts as out while it may still be within 48 hours, and then as not confirmed out.
 */
export function releaseWindowsOf(person: BoardFacts, now: Date): ReleaseWindow[] {
  const clock = hoursSinceRelease(person, now)
  if (clock.kind === 'out') return clock.isInFirstHours ? ['out-last-48-hours'] : []
  if (clock.kind === 'out-no-later-than')
    return now <= endOfFirstHours(clock.at) ? ['out-last-48-hours'] : ['not-confirmed-out']

  const today = plainDateIn(now, person.zone)
  const dated = datedWindow(person.releaseDate, today)
  const holds: Partial<Record<ReleaseWindow, boolean>> = {
    'not-confirmed-out': clock.kind === 'not-confirmed-out',
    'could-leave-today': mayLeaveAnyDay(person) || person.releaseDate === today,
    [dated]: true,
  }
  return RELEASE_WINDOWS.filter((window) => holds[window])
}

/**
 * How many local dates until the release: 0 today, negative when the date has passed. Null without a date: unknown is
 * not 0 days.
 */
export function daysToRelease(releaseDate: PlainDate | null, today: PlainDate): number | null {
  return releaseDate && daysBetween(today, releaseDate)
}

function datedWindow(releaseDate: PlainDate | null, today: PlainDate): ReleaseWindow {
  if (releaseDate === null) return 'no-date'
  if (releaseDate < today) return 'date-passed'
  return releaseDate < addDays(today, BOARD_DAYS) ? 'next-28-days' : 'later'
}
