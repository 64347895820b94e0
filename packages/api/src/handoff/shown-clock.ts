import { getPlainDate, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { hoursSinceRelease } from '@throughcare/domain/release/hours-since-release'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import { daysToRelease } from '@throughcare/domain/release/release-window'

/** The clock of a release as plain JSON: what a list shows of it. Instants are ISO 8601 in UTC. */
export type ShownClock =
  | { kind: 'not-released'; releaseDate: PlainDate | null; certainty: Certainty; daysToRelease: number | null }
  | { kind: 'not-confirmed-out'; releaseDate: PlainDate | null; since: string }
  | { kind: 'out-no-later-than'; at: string; atLeastHours: number }
  | { kind: 'out'; releasedAt: string; hours: number; firstHoursEndAt: string; isInFirstHours: boolean }

/** A release as a query brings it: instants as texts. */
export type ReleaseRow = {
  releaseDate: PlainDate | string | null
  releaseCertainty: Certainty
  releasedAt: string | null
  seenOutsideAt: string | null
  prisonTimeZone: string
}

/** How long the person has been out, or how long until the day (rule REL-1). */
export function shownClock(row: ReleaseRow, now: Date): ShownClock {
  const zone = getZone(row.prisonTimeZone)
  const releaseDate = row.releaseDate === null ? null : getPlainDate(row.releaseDate)
  const clock = hoursSinceRelease(
    {
      releaseDate,
      certainty: row.releaseCertainty,
      releasedAt: instant(row.releasedAt),
      seenOutsideAt: instant(row.seenOutsideAt),
      zone,
    },
    now,
  )
  switch (clock.kind) {
    case 'not-released':
      return {
        kind: clock.kind,
        releaseDate,
        certainty: row.releaseCertainty,
        daysToRelease: daysToRelease(releaseDate, plainDateIn(now, zone)),
      }
    case 'not-confirmed-out':
      return { kind: clock.kind, releaseDate, since: clock.since.toISOString() }
    case 'out-no-later-than':
      return { kind: clock.kind, at: clock.at.toISOString(), atLeastHours: clock.atLeastHours }
    case 'out':
      return {
        kind: clock.kind,
        releasedAt: clock.releasedAt.toISOString(),
        hours: clock.hours,
        firstHoursEndAt: clock.firstHoursEndAt.toISOString(),
        isInFirstHours: clock.isInFirstHours,
      }
  }
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
