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
  /** What the policy says of whoever is younger than this on the day of release; null where it says nothing of children. */
  children: { underAge: number; presumedDays: number; exclusions: readonly FridayExclusion[]; mark: 'S' } | null
  /** Whether a release that was brought forward may, exceptionally, go back to its own day. */
  reversion: { mark: 'S' } | null
}

const ENGLAND_AND_WALES: FridayRule = {
  code: 'day-of-release-act-2023',
  mark: 'S',
  // A court frees whom it frees, on a Friday at 16:30 too: remand is covered by none of this.
  covers: { sentenced: true, recalled: true, remand: false, 'convicted-unsentenced': false, immigration: false },
  exclusions: FRIDAY_EXCLUSIONS,
  mostDays: 2,
  presumedDays: 1,
  // Only the number of days is sourced for children: until somebody sources others, what keeps adults out keeps them out.
  children: { underAge: 18, presumedDays: 2, exclusions: FRIDAY_EXCLUSIONS, mark: 'S' },
  reversion: { mark: 'S' },
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
  /** Somebody decided that the release stays on its own day, or goes back to it, and said why. */
  | { kind: 'reverted'; why: ShutDoor }
  /** Children are presumed to leave on another day than adults, and no date of birth is on record. */
  | { kind: 'age-not-known'; why: ShutDoor }
  /** What has to be asked before anything can be proposed. */
  | { kind: 'ask'; missing: FridayExclusion[]; why: ShutDoor }
  /**
   * `days` are the eligible working days, the latest first; `presumed` the one that the policy presumes at this age, or the
   * earliest that is left. All lie after today.
   */
  | { kind: 'proposed'; why: ShutDoor; presumed: PlainDate; days: PlainDate[]; isChild: boolean }
  /** The rule would bring the day forward, and every such day has passed. */
  | { kind: 'too-late'; why: ShutDoor }

type ShutDoor = 'friday' | 'eve-of-holiday'

/** Whom the question is asked about. `reversion`: why the release stays on its own day; null: nobody decided that it does. */
export type ToBringForward = {
  releaseDate: PlainDate | null
  legalStatus: LegalStatus
  dateOfBirth: PlainDate | null
  answers: ExclusionAnswers
  reversion: string | null
}

/**
 * May this release be brought forward, and to which days (rule REL-8)? A proposal, never a shift: whoever answers for the
 * date moves it, and the history says why.
 *
 * An eligible working day is a working day that no day off follows at once: a Thursday before Good Friday is none. Unknown
 * answers propose nothing, they ask; so does an unknown age. A child is whoever is under 18 on the day of release as it stands.
 */
export function earlierRelease(
  rule: FridayRule | null,
  person: ToBringForward,
  off: DaysOff,
  today: PlainDate,
): EarlierRelease {
  const { releaseDate, legalStatus, answers } = person
  if (releaseDate === null) return { kind: 'no-date' }
  if (rule === null) return { kind: 'no-rule' }
  const why = shutDoorAfter(releaseDate, off)
  if (why === null) return { kind: 'not-needed' }
  if (!rule.covers[legalStatus]) return { kind: 'not-covered', because: legalStatus }
  if (person.reversion !== null && rule.reversion) return { kind: 'reverted', why }
  if (rule.children && person.dateOfBirth === null) return { kind: 'age-not-known', why }
  const child = rule.children && isUnder(rule.children.underAge, person.dateOfBirth, releaseDate) ? rule.children : null
  const { exclusions, presumedDays } = child ?? rule
  const excluded = exclusions.find((code) => answers[code] === 'yes')
  if (excluded) return { kind: 'not-covered', because: excluded }
  const missing = exclusions.filter((code) => answers[code] === 'unknown')
  if (missing.length > 0) return { kind: 'ask', missing, why }

  const days = eligibleDaysBefore(releaseDate, rule.mostDays, off).filter((day) => day > today)
  const presumed = days[Math.min(presumedDays, days.length) - 1]
  return presumed ? { kind: 'proposed', why, presumed, days, isChild: child !== null } : { kind: 'too-late', why }
}

/** Whether somebody born on this day is younger than so many years on another one; whoever was born on 29 February is on 1 March. */
function isUnder(years: number, born: PlainDate | null, on: PlainDate): boolean {
  return born !== null && on < `${String(Number(born.slice(0, 4)) + years).padStart(4, '0')}${born.slice(4)}`
}

/** The days to which the law lets the release be brought forward, for the ways that close a gap in doses; empty when none. */
export function earlierReleaseDays(earlier: EarlierRelease): PlainDate[] {
  return earlier.kind === 'proposed' ? earlier.days : []
}

/** Why a day is followed by shut doors: a public holiday the next day is named before the weekend. */
function shutDoorAfter(day: PlainDate, off: DaysOff): ShutDoor | null {
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
