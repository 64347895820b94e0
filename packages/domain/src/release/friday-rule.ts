import { addDays, type PlainDate, weekday } from '../calendar/plain-date.ts'
import { type DaysOff, isWorkingDay } from '../calendar/working-days.ts'
import { type ExclusionAnswers, FRIDAY_EXCLUSIONS, type FridayExclusion } from './friday-codes.ts'
import type { LegalStatus } from './release-codes.ts'

/** A country's rule about releases before days on which doors are shut. */
export type FridayRule = {
  /** Which text it is, as the screen cites it. */
  code: 'day-of-release-act-2023'
  /** S: read at its source. */
  mark: 'S'
  /** Whom it covers at all. */
  covers: Readonly<Record<LegalStatus, boolean>>
  exclusions: readonly FridayExclusion[]
  /** So many eligible working days a release may be brought forward. */
  mostDays: number
  /** So many the policy presumes; more needs somebody to ask for it. */
  presumedDays: number
}

const ENGLAND_AND_WALES: FridayRule = {
  code: 'day-of-release-act-2023',
  mark: 'S',
  // A court frees whom it frees, on a Friday at 16:30 too: remand is covered by none of this.
  covers: { sentenced: true, recalled: true, remand: false, 'convicted-unsentenced': false, immigration: false },
  exclusions: FRIDAY_EXCLUSIONS,
  mostDays: 2,
  presumedDays: 1,
}

/**
 * The rules that somebody has sourced, by country and part of it as public holidays are kept (rule REL-8). A country that is
 * not here has no sourced rule, and the screen says to use the local protocol; no foreign rule stands in.
 */
export const FRIDAY_RULES: Readonly<Record<string, FridayRule>> = {
  'GB-ENG': ENGLAND_AND_WALES,
  'GB-WLS': ENGLAND_AND_WALES,
}

/** The rule of a prison, by its country and holiday region; null: none is sourced. */
export function fridayRuleOf(place: { country: string; holidayRegion: string }): FridayRule | null {
  const key = place.holidayRegion === '' ? place.country : `${place.country}-${place.holidayRegion}`
  return Object.hasOwn(FRIDAY_RULES, key) ? (FRIDAY_RULES[key] ?? null) : null
}

export type EarlierRelease =
  /** Nobody has sourced a rule for this place. */
  | { kind: 'no-rule' }
  | { kind: 'no-date' }
  /** The day is neither a Friday nor the eve of a public holiday. */
  | { kind: 'not-needed' }
  | { kind: 'not-covered'; because: LegalStatus | FridayExclusion }
  /** What has to be asked before anything can be proposed. */
  | { kind: 'ask'; missing: FridayExclusion[]; why: 'friday' | 'eve-of-holiday' }
  /** `days` are the eligible working days, the latest first; `presumed` the first of them. All lie after today. */
  | { kind: 'proposed'; why: 'friday' | 'eve-of-holiday'; presumed: PlainDate; days: PlainDate[] }
  /** The rule would bring the day forward, and every such day has passed. */
  | { kind: 'too-late'; why: 'friday' | 'eve-of-holiday' }

/**
 * May this release be brought forward, and to which days (rule REL-8)? A proposal, never a shift: whoever answers for the
 * date moves it, and the history says why.
 *
 * An eligible working day is a working day that no day off follows at once: a Thursday before Good Friday is none. Unknown
 * answers propose nothing, they ask.
 */
export function earlierRelease(
  rule: FridayRule | null,
  person: { releaseDate: PlainDate | null; legalStatus: LegalStatus; answers: ExclusionAnswers },
  off: DaysOff,
  today: PlainDate,
): EarlierRelease {
  const { releaseDate, legalStatus, answers } = person
  if (releaseDate === null) return { kind: 'no-date' }
  if (rule === null) return { kind: 'no-rule' }
  const why = shutDoorAfter(releaseDate, off)
  if (why === null) return { kind: 'not-needed' }
  if (!rule.covers[legalStatus]) return { kind: 'not-covered', because: legalStatus }
  const excluded = rule.exclusions.find((code) => answers[code] === 'yes')
  if (excluded) return { kind: 'not-covered', because: excluded }
  const missing = rule.exclusions.filter((code) => answers[code] === 'unknown')
  if (missing.length > 0) return { kind: 'ask', missing, why }

  const days = eligibleDaysBefore(releaseDate, rule.mostDays, off).filter((day) => day > today)
  const [presumed] = days
  return presumed ? { kind: 'proposed', why, presumed, days } : { kind: 'too-late', why }
}

/** The days to which the law lets the release be brought forward, for the ways that close a gap in doses; empty when none. */
export function earlierReleaseDays(earlier: EarlierRelease): PlainDate[] {
  return earlier.kind === 'proposed' ? earlier.days : []
}

/** Why a day is followed by shut doors: a public holiday the next day is named before the weekend. */
function shutDoorAfter(day: PlainDate, off: DaysOff): 'friday' | 'eve-of-holiday' | null {
  const next = addDays(day, 1)
  if (off.holidays.some((holiday) => holiday.on === next)) return 'eve-of-holiday'
  return weekday(day) === FRIDAY ? 'friday' : null
}

const FRIDAY = 5

/** Days back in which the eligible ones are looked for: no run of days off is nearly as long. */
const LONGEST_SEARCH = 30

function eligibleDaysBefore(day: PlainDate, most: number, off: DaysOff): PlainDate[] {
  const found: PlainDate[] = []
  for (let back = 1; back <= LONGEST_SEARCH && found.length < most; back += 1) {
    const each = addDays(day, -back)
    if (isWorkingDay(each, off) && isWorkingDay(addDays(each, 1), off)) found.push(each)
  }
  return found
}
