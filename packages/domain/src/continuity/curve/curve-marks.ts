import type { Category } from '../../access/access-codes.ts'
import { addDays, daysBetween } from '../../calendar/plain-date.ts'
import { plainDateIn, startOfDay } from '../../calendar/zone.ts'
import { endOfFirstHours } from '../../release/hours-since-release.ts'
import type { ContinuityFacts } from '../continuity-facts.ts'
import { CURVE_TABLE, CURVES, type Curve, type CurveEnd, HOURS_KEPT, WATCH_HOURS } from './curves.ts'

/** One release, or one chain of handoffs, on one curve, as the roll-up counts it. */
export type CurveMark = {
  measure: `curve-${Curve}`
  outcome: CurveEnd | 'watched'
  detail: `h${number}`
  /** What somebody must be allowed to read to be told of it. */
  category: Category
}

const HOUR = 3_600_000

/** One thing waited for: the hours to each way in which waiting can end, and for how many it has been watched. */
type Waiting = { hoursTo: Readonly<Record<CurveEnd, number | null>>; watched: number; category?: Category }

/**
 * Where is this release on each curve, as of now (rule FIG-8)? One mark for each curve that it belongs to; for
 * acknowledgements one for each chain of handoffs that was sent and not taken back. `outcome` is how waiting ended, or
 * `watched` where it has not; `detail` the whole hours after which it did, `h7`: by the hour up to 72, then by the day.
 *
 * - First dose: people on treatment. Cover from inside that lasts 48 hours is a dose at once, as in I1. A dose without a time
 *   proves none.
 * - First contact: everybody released.
 * - Treatment start: as in I3. It is known by the day, so it is watched by days that are over.
 * - Acknowledgement: from the first sending of a chain to whoever first had it.
 */
export function curveMarks(facts: ContinuityFacts, now: Date): CurveMark[] {
  return CURVES.flatMap((curve) => waitingsOf(curve, facts, now).map((waiting) => markOf(curve, waiting)))
}

/** When does time alone next change a mark of this release? Null: never again. */
export function curveChangesAt(facts: ContinuityFacts, now: Date): Date | null {
  const starts = [facts.releasedAt, ...facts.handoffs.flatMap(({ sentAt }) => sentAt ?? [])]
  const { releasedOn } = facts
  const changes = WATCH_HOURS.flatMap((hours) => [
    ...starts.map((start) => new Date(start.getTime() + hours * HOUR)),
    ...(hours % 24 === 0 ? [startOfDay(addDays(releasedOn, hours / 24 + 1), facts.zone)] : []),
  ])
  return changes.filter((at) => at > now).reduce<Date | null>((next, at) => (next && next < at ? next : at), null)
}

function waitingsOf(curve: Curve, facts: ContinuityFacts, now: Date): Waiting[] {
  switch (curve) {
    case 'first-dose':
      return facts.isOnTreatment === true ? [sinceRelease(facts, now, hoursToDose(facts))] : []
    case 'first-contact':
      return [sinceRelease(facts, now, hoursBetween(facts.releasedAt, facts.firstContactAt))]
    case 'treatment-start':
      return facts.hasTreatmentNeed === true && facts.isHandedOff ? [untilTreatment(facts, now)] : []
    case 'acknowledgement':
      return facts.handoffs.flatMap(({ area, sentAt, acknowledgedAt, isRevoked }) =>
        sentAt === null || sentAt > now || (isRevoked && acknowledgedAt === null)
          ? []
          : [
              {
                ...since(sentAt, facts, now, hoursBetween(sentAt, acknowledgedAt)),
                // That a partner was written about is for those alone who may know of couples.
                category: area === 'partner' ? 'partner' : CURVE_TABLE[curve].category,
              },
            ],
      )
  }
}

function sinceRelease(facts: ContinuityFacts, now: Date, event: number | null): Waiting {
  return since(facts.releasedAt, facts, now, event)
}

function since(start: Date, { diedAt, backInCustodyAt }: ContinuityFacts, now: Date, event: number | null): Waiting {
  return {
    hoursTo: { event, died: hoursBetween(start, diedAt), 'back-inside': hoursBetween(start, backInCustodyAt) },
    watched: watchedHours(hoursBetween(start, now) ?? 0),
  }
}

function hoursToDose({ releasedAt, dosesOutside, coverAtRelease }: ContinuityFacts): number | null {
  if (coverAtRelease !== null && coverAtRelease.lastsUntil >= endOfFirstHours(releasedAt)) return 0
  const hours = dosesOutside.flatMap(({ givenAt }) =>
    givenAt !== null && givenAt >= releasedAt ? (hoursBetween(releasedAt, givenAt) ?? []) : [],
  )
  return hours.length > 0 ? Math.min(...hours) : null
}

function untilTreatment(facts: ContinuityFacts, now: Date): Waiting {
  const { releasedOn, treatmentStartedOn: startedOn } = facts
  const event = startedOn === null ? null : Math.max(0, daysBetween(releasedOn, startedOn)) * 24
  const daysOver = daysBetween(releasedOn, plainDateIn(now, facts.zone)) - 1
  return { ...sinceRelease(facts, now, event), watched: watchedHours(Math.max(0, daysOver) * 24) }
}

/** What was recorded before the start ended waiting as it began. */
function hoursBetween(start: Date, end: Date | null): number | null {
  return end === null ? null : Math.max(0, (end.getTime() - start.getTime()) / HOUR)
}

function watchedHours(hours: number): number {
  return WATCH_HOURS.findLast((point) => point <= hours) ?? 0
}

/** Of two ends in one hour the event comes first: who was dosed and died in it was dosed. */
function markOf(curve: Curve, { hoursTo, watched, category = CURVE_TABLE[curve].category }: Waiting): CurveMark {
  const ends = (Object.entries(hoursTo) as [CurveEnd, number | null][])
    .flatMap(([end, hours]) => (hours === null || kept(hours) > watched ? [] : [{ end, hours: kept(hours) }]))
    .toSorted((one, other) => one.hours - other.hours)
  const [first] = ends
  return {
    measure: `curve-${curve}`,
    outcome: first?.end ?? 'watched',
    detail: `h${first?.hours ?? watched}`,
    category,
  }
}

/** An end somewhere in an hour is on the curve once that hour is over; 48:00:00 is within 48 hours. */
function kept(hours: number): number {
  return hours <= HOURS_KEPT ? Math.ceil(hours) : Math.ceil(hours / 24) * 24
}
