import { addDays, earlierDay, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { endOfDay, plainDateIn } from '../calendar/zone.ts'
import { type CoverDay, coverDays } from '../medication/cover-days.ts'
import { lastDosingInstant } from '../medication/dosing-day.ts'
import { isOnUnknown } from '../medication/forecast.ts'
import type { CustodyFacts } from '../medication/medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from '../medication/medicine-table.ts'
import type { CoverInput } from '../medication/planned-cover.ts'
import { type RestsOnUnknown, restsOnUnknown } from '../medication/rests-on-unknown.ts'
import { firstGapOf, type GapState, isGap } from '../medication/strip-state.ts'
import { mayLeaveAnyDay } from '../release/release-window.ts'
import { GAP_CAUSE_TABLE, type GapCause } from './gap-causes.ts'

/** The two halves of the board. Who could leave today stands apart, so that remand does not paint everything red. */
export const GAP_BOARDS = ['next-days', 'could-leave-today'] as const
export type GapBoardPart = (typeof GAP_BOARDS)[number]

/** The board looks so many days ahead, today included. */
export const GAP_DAYS_AHEAD = 14

/** A gap that goes on is followed back so far to its first day. */
const GAP_DAYS_BACK = 13

/** Somebody whose date nobody knows stays inside at least as long as the board looks ahead. */
const STAYS_INSIDE_DAYS = 60

/** A cause, and the days of the next 14 that have it. */
export type DayCause = {
  cause: GapCause
  /** The first of its days. */
  day: PlainDate
  days: number
  holiday: string | null
  reason: string | null
}

export type CaseGap = {
  part: GapBoardPart
  gap: {
    from: PlainDate
    /** The last day of it among those that were looked at: it may go on. */
    to: PlainDate
    days: number
    cause: GapCause
    /** The place that the cause is about; null where it is about none. */
    causeServiceId: string | null
    /** The day that people with this cause share; null where they share none. */
    causeDay: PlainDate | null
    causeHoliday: string | null
    /** Why the place is closed, as the closure was recorded; null where it was not, or the cause is another. */
    causeReason: string | null
    /** Every cause of the coming days without cover, the one above first, then by first day. */
    causes: DayCause[]
  } | null
  /** The first coming days that an appointment alone covers, and what nobody said about them; null when there are none. */
  rests: RestsOnUnknown | null
  /** From this instant on another answer may hold, although nothing was written. */
  staleAt: Date
}

/**
 * Do the next 14 days of this person hold a day without cover, and why (rule DOSE-40)?
 *
 * The days are the engine's, as the strip and the sentence show them; unknown days count. Of several gaps the one that goes on,
 * or else the first to come. Whoever may be freed on any day, or whose date passed without a word, is read from tomorrow on as
 * if they left today, unless a confirmed date is known; whoever is inside without a date is read as staying there.
 * Several causes are all told; a person is counted under that of the first coming day without cover (rule DOSE-41).
 */
export function gapOfCase(input: CoverInput, rules: DepotRuleSet = DEPOT_RULE_SET): CaseGap {
  const today = plainDateIn(input.now, input.place.zone)
  const part = boardPartOf(input.history.custody, today)
  const first = part === 'could-leave-today' ? addDays(today, 1) : firstDayAsked(input.history.custody, today)
  const last = addDays(today, GAP_DAYS_AHEAD - (part === 'could-leave-today' ? 0 : 1))
  const days = coverDays(assumed(input, part, today), first, last, rules)
  const [rests = null] = restsOnUnknown({ days, restsOnUnknown: days.filter(isOnUnknown).map(({ day }) => day) }, today)
  return { part, gap: gapFrom(firstGapOf(days, today), days, input, today), rests, staleAt: staleAt(input, today) }
}

/** A gap outside is followed back to its first day; what was inside before is the prison's regime, and asked of today on. */
function firstDayAsked({ outOn }: CustodyFacts, today: PlainDate): PlainDate {
  return outOn === null ? today : laterDay(addDays(today, -GAP_DAYS_BACK), earlierDay(outOn, today))
}

function boardPartOf(custody: CustodyFacts, today: PlainDate): GapBoardPart {
  if (custody.outOn !== null || custody.certainty === 'confirmed') return 'next-days'
  const hasPassed = custody.releaseDate !== null && custody.releaseDate < today
  return mayLeaveAnyDay(custody) || hasPassed ? 'could-leave-today' : 'next-days'
}

/** The same record with the day out that this half of the board takes for granted. */
function assumed(input: CoverInput, part: GapBoardPart, today: PlainDate): CoverInput {
  const { custody } = input.history
  if (custody.outOn !== null) return input
  if (part === 'next-days' && custody.releaseDate !== null) return input
  const releaseDate = part === 'could-leave-today' ? today : addDays(today, STAYS_INSIDE_DAYS)
  return { ...input, history: { ...input.history, custody: { ...custody, releaseDate } } }
}

function gapFrom(
  gap: readonly (CoverDay & GapState)[],
  asked: readonly CoverDay[],
  input: CoverInput,
  today: PlainDate,
): CaseGap['gap'] {
  const [from, to] = [gap[0], gap.at(-1)]
  // What is still to come can be helped; of a gap that is over but for today's dose its last day is told.
  const told = gap.find(({ day }) => day >= today) ?? to
  if (!from || !to || !told) return null
  const { sharing } = GAP_CAUSE_TABLE[told.because]
  return {
    from: from.day,
    to: to.day,
    days: gap.length,
    cause: told.because,
    causeServiceId: sharing === 'cause' ? null : input.dosingServiceId,
    causeDay: sharing === 'place-and-day' ? told.day : null,
    causeHoliday: told.state === 'closed' ? told.holiday : null,
    causeReason: told.state === 'closed' ? (told.reason ?? null) : null,
    causes: causesOf([told, ...asked.filter(isGap).filter(({ day }) => day >= today && day !== told.day)]),
  }
}

/** Each cause once, in the order of these days. Closed days are one cause where they are closed for the same. */
function causesOf(days: readonly (CoverDay & GapState)[]): DayCause[] {
  const found = new Map<string, DayCause>()
  for (const each of days) {
    const holiday = each.state === 'closed' ? each.holiday : null
    const reason = each.state === 'closed' ? (each.reason ?? null) : null
    const key = JSON.stringify([each.because, holiday, reason])
    const known = found.get(key)
    found.set(
      key,
      known ? { ...known, days: known.days + 1 } : { cause: each.because, day: each.day, days: 1, holiday, reason },
    )
  }
  return [...found.values()]
}

/** Today turns when its last dosing hour is over, and at its end. */
function staleAt({ place, now }: CoverInput, today: PlainDate): Date {
  const closes = lastDosingInstant(place, today)
  const end = endOfDay(today, place.zone)
  return closes !== null && now < closes && closes < end ? closes : end
}
