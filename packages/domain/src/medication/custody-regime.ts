import { addDays, earlierDay, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { mayLeaveAnyDay } from '../release/release-window.ts'
import type { CustodyFacts, Treatment } from './medication-history.ts'
import type { DayRange } from './standing-doses.ts'

/** Before a planned release the regime must have been confirmed within these days: 72 hours, counted from its midnight. */
export const STALE_DAYS_BEFORE_RELEASE = 3

/** For somebody who may leave on any day a confirmation holds for its day and this many more. */
export const FRESH_DAYS_ON_REMAND = 1

/** What a confirmed regime covers inside, and from which day on it needs a new confirmation. */
export type CustodyRegime =
  | { kind: 'not-confirmed' }
  | { kind: 'confirmed'; covers: DayRange }
  /** `covers` is null when it was stale from the start. */
  | { kind: 'stale'; covers: DayRange | null; staleFrom: PlainDate }

/**
 * The last day on which the person counts as inside.
 *
 * Once out: the day before; the day of release needs a dose that somebody recorded. Before a release that is to come:
 * its day included, since the dose of that morning is given inside. When a confirmed day has passed and nobody said
 * whether the person left: the day before it. Otherwise today.
 */
export function lastDayInside(custody: CustodyFacts, today: PlainDate): PlainDate {
  if (custody.outOn !== null) return addDays(custody.outOn, -1)
  if (custody.releaseDate === null) return today
  if (custody.releaseDate >= today) return custody.releaseDate
  return custody.certainty === 'confirmed' ? addDays(custody.releaseDate, -1) : today
}

/**
 * In custody "on regime, confirmed on D" is enough: nobody types forty doses a day (rule DOSE-4). Which days does it
 * cover, as of today?
 *
 * From the start of the treatment inside to the last day inside. It goes stale 72 hours before a planned release unless
 * confirmed again within them, and after one day for people who may leave on any day; the days from then on are
 * unknown. A depot has its window instead, and a confirmation dated ahead confirms nothing.
 */
export function custodyRegime(treatment: Treatment, custody: CustodyFacts, today: PlainDate): CustodyRegime {
  const confirmedOn = treatment.regimeConfirmedOn
  if (confirmedOn === null || confirmedOn > today || treatment.rhythm === 'depot') return { kind: 'not-confirmed' }

  const from = laterDay(custody.admittedOn, treatment.startedOn ?? custody.admittedOn)
  const inside = lastDayInside(custody, today)
  const to = treatment.endedOn === null ? inside : earlierDay(inside, treatment.endedOn)
  const staleFrom = staleFromDay(confirmedOn, custody)
  const isStale = staleFrom !== null && staleFrom <= earlierDay(today, inside)
  if (!isStale) return from <= to ? { kind: 'confirmed', covers: { from, to } } : { kind: 'not-confirmed' }

  const freshTo = earlierDay(to, addDays(staleFrom, -1))
  return { kind: 'stale', covers: from <= freshTo ? { from, to: freshTo } : null, staleFrom }
}

function staleFromDay(confirmedOn: PlainDate, custody: CustodyFacts): PlainDate | null {
  if (mayLeaveAnyDay(custody)) return addDays(confirmedOn, FRESH_DAYS_ON_REMAND + 1)
  const release = custody.outOn ?? custody.releaseDate
  if (release === null) return null
  const staleFrom = addDays(release, -STALE_DAYS_BEFORE_RELEASE)
  return confirmedOn < staleFrom ? staleFrom : null
}
