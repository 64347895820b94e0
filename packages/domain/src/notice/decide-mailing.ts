import type { OpeningHours } from '../calendar/opening-hours.ts'
import { addDays } from '../calendar/plain-date.ts'
import { clockTimeIn, plainDateIn, scheduledInstant, type Zone } from '../calendar/zone.ts'
import { digestWindow } from '../gap/digest-window.ts'
import { NEVER_MAILED, type NoticeKind, type NoticeUrgency } from './notice-kinds.ts'
import { type NoticeSettings, type QuietHours, wayOf } from './notice-settings.ts'

/** What was pressed by mistake is taken back within ten seconds: no e-mail is faster. */
export const UNDO_MS = 10_000

export type Mailing = { to: 'self' | 'colleague' | 'duty'; at: Date }

/**
 * To whom does a notice go by e-mail, and not before when? Null: to nobody, it lies in the inbox alone.
 *
 * An emergency leaves after the undo, whatever the hour, and is not put off to the one e-mail of the day; muted is muted. A
 * colleague or a duty mailbox that is not there is no reason for silence: then it goes to the one who chose it.
 *
 * @param at.zone of the service, in which the quiet hours are read
 * @param at.hours of the service, for what comes once a day; null where nobody knows them
 */
export function decideMailing(
  { kind, urgency, causedAt }: { kind: NoticeKind; urgency: NoticeUrgency; causedAt: Date },
  settings: NoticeSettings,
  there: { hasColleague: boolean; hasDutyMailbox: boolean },
  at: { zone: Zone; hours: OpeningHours | null },
): Mailing | null {
  if (NEVER_MAILED.includes(kind)) return null
  const way = wayOf(kind, settings)
  if (way === 'muted') return null
  const soon = new Date(causedAt.getTime() + UNDO_MS)
  const to =
    way === 'colleague' && there.hasColleague ? 'colleague' : way === 'duty' && there.hasDutyMailbox ? 'duty' : 'self'
  // Whoever is on duty has no quiet hours; a colleague's are not known here, and an own mailbox keeps its own.
  if (urgency === 'emergency' || to === 'duty') return { to, at: soon }
  if (way === 'once-a-day') return { to, at: nextOpening(soon, at.hours) }
  return { to, at: settings.quiet ? afterQuiet(soon, settings.quiet, at.zone) : soon }
}

/** The instant itself, or the end of the quiet hours in which it lies. */
export function afterQuiet(at: Date, { from, to }: QuietHours, zone: Zone): Date {
  const time = clockTimeIn(at, zone)
  const day = plainDateIn(at, zone)
  const isOverMidnight = from > to
  const isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return at
  return scheduledInstant(isOverMidnight && time >= from ? addDays(day, 1) : day, to, zone)
}

/** How far ahead an opening is looked for. After that, a day: a service that is shut for weeks still reads its mail. */
const LOOK_AHEAD_DAYS = 7
const DAY_MS = 86_400_000

/** When the service next opens, after this instant: then leaves what is wanted once a day. */
function nextOpening(after: Date, hours: OpeningHours | null): Date {
  for (let ahead = 0; hours && ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const window = digestWindow(hours, addDays(plainDateIn(after, hours.zone), ahead))
    if (window && window.from >= after) return window.from
  }
  return new Date(after.getTime() + DAY_MS)
}
