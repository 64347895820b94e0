import type { ClosedReason } from '../calendar/opening-hours.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { UncoveredReason, UnknownReason } from './covered-day.ts'
import type { CoverWay } from './dose-spans.ts'

export const STRIP_STATES = ['covered', 'due-today', 'closed', 'uncovered', 'unknown', 'not-prescribed'] as const

/**
 * By what a day is covered or will be. `expected-there`: a coming day on which the dosing point doses and expects the
 * person. `planned-supply`: take-home doses that the prison means to hand over at the gate. Neither is a dose taken.
 */
export type PlannedWay = CoverWay | 'expected-there' | 'planned-supply'

/** Why a coming day outside has no cover although the dosing point is not shut. */
export type NotExpectedReason =
  | 'before-first-appointment'
  | 'no-appointment'
  | 'no-dosing-point'
  /** Somebody said which prescription there is, and it is not there on this day. */
  | 'no-prescription'
  /** Somebody said that there is no way to get there in time. */
  | 'not-reachable'

/** How one day stands. Everything that shows or counts days of dose cover reads this and nothing else. */
export type StripState =
  | { state: 'covered'; way: PlannedWay }
  /** No dose yet, and there is still time. */
  | { state: 'due-today' }
  /** Without a dose, and the dosing point is shut: nobody's fault, and a day without a dose all the same. */
  | { state: 'closed'; because: ClosedReason; holiday: string | null; reason?: string }
  | { state: 'uncovered'; because: UncoveredReason | NotExpectedReason }
  | { state: 'unknown'; because: UnknownReason | 'hours-unknown' }
  | { state: 'not-prescribed' }

/** A day without cover, or about which nobody knows: unknown is not fine. */
export type GapState = Extract<StripState, { state: 'closed' | 'uncovered' | 'unknown' }>

/** Is this day one without cover, as far as anybody knows? */
export function isGap<State extends StripState>(each: State): each is State & GapState {
  return each.state === 'closed' || each.state === 'uncovered' || each.state === 'unknown'
}

/** Why this day has no cover, without the day itself. */
export function gapStateOf(each: GapState): GapState {
  if (each.state === 'closed') {
    const { state, because, holiday, reason } = each
    return { state, because, holiday, ...(reason === undefined ? {} : { reason }) }
  }
  const { state, because } = each
  return { state, because } as GapState
}

/**
 * The days of the first gap in these days (rule DOSE-7): the one that is going on today, or else the first to come.
 * Gaps that ended with a covered day are history. Empty when there is none.
 */
export function firstGapOf<Day extends StripState & { day: PlainDate }>(
  days: readonly Day[],
  today: PlainDate,
): (Day & GapState)[] {
  const lastCovered = days.findLastIndex((each) => each.day <= today && each.state === 'covered')
  const start = days.findIndex((each, index) => index > lastCovered && isGap(each))
  if (start === -1) return []
  const after = days.findIndex((each, index) => index > start && !isGap(each))
  return days.slice(start, after === -1 ? undefined : after).filter(isGap)
}
