import type { StoredMedication, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import type { StoredPrint } from '@throughcare/db/print-pack/print-repository'
import { type OpeningHours, openingOn } from '@throughcare/domain/calendar/opening-hours'
import { addDays, daysFromTo, laterDay, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, getZone, plainDateIn, scheduledInstant } from '@throughcare/domain/calendar/zone'
import { doesCover } from '@throughcare/domain/medication/dose-outcomes'
import { findTreatmentOn } from '@throughcare/domain/medication/medication-history'
import { standingDoses } from '@throughcare/domain/medication/standing-doses'
import type { PrintDay, PrintPack } from '@throughcare/domain/print-pack/print-pack'
import { historyOf } from '../medication/medication-of-case.ts'
import { placeOf } from './places-of-print.ts'

/** Days of opening hours that stand on the page: the first week. */
const DAYS_PRINTED = 7

/** Whether the person is treated, and what is on record about it. */
export type Treated = {
  kind: PrintPack['treated']
  /** The treatment that goes on today. */
  treatment: StoredTreatment | null
  lastDoseDay: PlainDate | null
  lastDoseAt: string | null
}

/** A recorded treatment wins over what was said; whoever wants treatment needs a place for it too. */
export function treatedOf(found: StoredMedication | null, said: string | undefined, today: PlainDate): Treated {
  const history = found && historyOf(found)
  const current = history && findTreatmentOn(history, today)
  const treatment = found?.treatments.find(({ id }) => id === current?.id) ?? null
  const last = standingDoses(history?.doses ?? [])
    .filter(({ entry }) => doesCover(entry.outcome) && entry.forDay <= today)
    .toSorted((one, other) => (one.entry.toDay < other.entry.toDay ? -1 : 1))
    .at(-1)?.entry
  const kind = treatment || said === 'on-omt' || said === 'wants-omt' ? 'yes' : said === 'not-on-omt' ? 'no' : 'unknown'
  return {
    kind,
    treatment,
    lastDoseDay: last?.toDay ?? null,
    lastDoseAt: found?.doses.find(({ id }) => id === last?.id)?.givenAt ?? null,
  }
}

/** The place where doses are taken, with its first week from the release on. Null when none is named. */
export function dosingOf(
  { treatment }: Treated,
  hours: OpeningHours | null,
  { release }: Pick<StoredPrint, 'release'>,
  names: readonly string[],
  now: Date,
): PrintPack['dosing'] {
  const dosing = treatment?.dosing
  if (!dosing) return null
  const zone = getZone(dosing.timeZone)
  const today = plainDateIn(now, zone)
  const from = release.day === null ? today : laterDay(release.day, today)
  const days = hours ? daysFromTo(from, addDays(from, DAYS_PRINTED - 1)).map((day) => dayOf(hours, day)) : []
  return { place: placeOf(dosing, names), timeZone: dosing.timeZone, days, firstOpenAt: firstOpenAt() }

  function firstOpenAt(): string | null {
    for (const { day, opening } of days) {
      const intervals = opening.kind === 'open' ? opening.intervals : []
      // Hours that are over today are none to go to.
      const next = intervals.find(({ to }) => scheduledInstant(day, ClockTime.parse(to), zone) > now)
      if (next) {
        const opens = scheduledInstant(day, ClockTime.parse(next.from), zone)
        return (opens > now ? opens : now).toISOString()
      }
      // Behind a day of which nobody knows, no day is the first.
      if (opening.kind === 'ring-first') return null
    }
    return null
  }
}

function dayOf(hours: OpeningHours, day: PlainDate): PrintDay {
  const opening = openingOn(hours, 'dosing', day)
  if (opening.kind === 'open') return { day, opening: { kind: 'open', intervals: opening.intervals } }
  if (opening.kind === 'hours-unknown' || opening.because === 'holiday-not-confirmed')
    return { day, opening: { kind: 'ring-first' } }
  return { day, opening: { kind: 'closed' } }
}
