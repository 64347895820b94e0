import type { PlainDate } from '../calendar/plain-date.ts'
import type { StripDay } from './dose-strip.ts'
import { firstGapOf, type GapState, gapStateOf } from './strip-state.ts'

/** Days in a row that have no cover for one and the same reason. */
export type GapPart = { days: PlainDate[]; why: GapState }

/**
 * The sentence under the strip, as facts that packages/i18n puts into words: "Covered to Thursday 2 April. Uncovered
 * Friday 3 to Monday 6 April: closed for Easter. Next dose there: Tuesday 7 April."
 */
export type DoseSentence =
  | { kind: 'no-gap'; coveredTo: PlainDate | null; isDueToday: boolean; nextAppointment: PlainDate | null }
  | {
      kind: 'gap'
      /** Null when nothing on the strip before the gap is covered. */
      coveredTo: PlainDate | null
      parts: GapPart[]
      days: PlainDate[]
      /** The first day after the gap that is covered again; null when the strip ends before. */
      coveredAgainFrom: PlainDate | null
      isDueToday: boolean
      nextAppointment: PlainDate | null
    }
  | { kind: 'not-prescribed' }

/**
 * The first gap in words (rule DOSE-7). It is the one that is going on today, or else the first that is to come: gaps
 * that ended with a dose are history and stay in the strip. Before a release the days already past are history too.
 */
export function doseSentence(
  strip: readonly StripDay[],
  today: PlainDate,
  nextAppointment: PlainDate | null,
): DoseSentence {
  if (strip.every((each) => each.state === 'not-prescribed')) return { kind: 'not-prescribed' }

  const isDueToday = strip.some((each) => each.state === 'due-today')
  const next = nextAppointment !== null && nextAppointment >= today ? nextAppointment : null
  const gap = firstGapOf(strip, today)
  const [first] = gap
  if (first === undefined) return { kind: 'no-gap', coveredTo: lastCoveredOf(strip), isDueToday, nextAppointment: next }

  return {
    kind: 'gap',
    coveredTo: lastCoveredOf(strip.filter((each) => each.day < first.day)),
    parts: partsOf(gap),
    days: gap.map((each) => each.day),
    coveredAgainFrom: strip.find((each) => each.day > first.day && each.state === 'covered')?.day ?? null,
    isDueToday,
    nextAppointment: next,
  }
}

function lastCoveredOf(days: readonly StripDay[]): PlainDate | null {
  return days.findLast((each) => each.state === 'covered')?.day ?? null
}

function partsOf(gap: readonly (StripDay & GapState)[]): GapPart[] {
  const parts: GapPart[] = []
  for (const each of gap) {
    const last = parts.at(-1)
    const why = gapStateOf(each)
    if (last && isSameReason(last.why, why)) last.days.push(each.day)
    else parts.push({ days: [each.day], why })
  }
  return parts
}

function isSameReason(left: GapState, right: GapState): boolean {
  if (left.state === 'closed' && right.state === 'closed')
    return left.because === right.because && left.holiday === right.holiday && left.reason === right.reason
  return left.state === right.state && left.because === right.because
}
