import { openIntervalsOn } from '../calendar/opening-hours.ts'
import { addDays, daysBetween, daysFromTo, earlierDay, type PlainDate } from '../calendar/plain-date.ts'
import { type ClockTime, clockTimeIn, plainDateIn, scheduledInstant, type Zone } from '../calendar/zone.ts'
import type { DosingPlace } from '../medication/dosing-day.ts'
import { type ForecastDay, forecastCover } from '../medication/forecast.ts'
import type { MedicationHistory } from '../medication/medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from '../medication/medicine-table.ts'
import type { PrescriptionSpan, Reach as ReachableState } from '../medication/planned-cover.ts'
import type { DayRange } from '../medication/standing-doses.ts'
import { isGap } from '../medication/strip-state.ts'
import { endOfFirstHours } from '../release/hours-since-release.ts'
import type { ReleaseKind } from '../release/release-codes.ts'
import { type NotReplayedReason, REPLAYED_DAYS } from './simulation-codes.ts'

/** What is on record of one release, without a name, and all that a replay of it reads. */
export type ReleaseOnRecord = {
  /** When the person went through the gate. */
  releasedAt: Date
  /** The prison's zone: its calendar gives the day of release. */
  zone: Zone
  releaseKind: ReleaseKind
  /** Treatments, and the doses that the prison gave or issued. `custody.releaseDate` is the day of release, `outOn` null. */
  history: MedicationHistory
  dosingServiceId: string | null
  place: DosingPlace
  /** The first day on which a dosing point expected the person or, without an appointment, first had them. */
  firstExpectedOn: PlainDate | null
  prescriptions: readonly PrescriptionSpan[]
  reach: ReachableState
  /** The first handoff of the treatment, and its first acknowledgement. Null: it was never sent. */
  handoff: { sentAt: Date; acknowledgedAt: Date | null } | null
  /** When the person died or was back in custody, if either happened. */
  endedAt: Date | null
}

/** A release on the way through the rules. */
export type ReplayedRelease = ReleaseOnRecord & {
  /** The day of release under the rules; `lastDay` stays the last day that is counted, whatever day that is. */
  releaseOn: PlainDate
  lastDay: PlainDate
  /** Days that an injection before the release covers, beside all that was arranged. */
  bridge: DayRange | null
}

/** How one release went, or would have gone. */
export type Replay = {
  /** Days after the day of release without cover, or about which nobody knows, up to the last one counted. */
  uncoveredDays: number
  /** Whether a dose outside was to be had within 48:00:00 of the release, or cover lasted so long. */
  isWithin48Hours: boolean
}

/**
 * Why can this release not be replayed (rule SIM-2)? Null: it can. What nobody recorded is not made up.
 *
 * @param now as of when: a release whose days are not over yet waits
 */
export function reasonNotReplayed(release: ReleaseOnRecord, now: Date): NotReplayedReason | null {
  const { history, place, dosingServiceId, releasedAt, endedAt, zone } = release
  if (history.treatments.length === 0) return 'no-treatment-recorded'
  if (dosingServiceId === null || place.hours === null) return 'no-dosing-point'
  if (place.hours.weekly.dosing === null) return 'hours-unknown'
  if (plainDateIn(now, zone) <= addDays(plainDateIn(releasedAt, zone), REPLAYED_DAYS)) return 'days-not-over'
  if (endedAt !== null && endedAt < endOfFirstHours(releasedAt)) return 'died-or-back-in-custody'
  return null
}

/** The release as it was, before any rule is changed. */
export function asItWas(release: ReleaseOnRecord): ReplayedRelease {
  const releaseOn = plainDateIn(release.releasedAt, release.zone)
  const last = addDays(releaseOn, REPLAYED_DAYS)
  const lastDay =
    release.endedAt === null ? last : earlierDay(last, addDays(plainDateIn(release.endedAt, release.zone), -1))
  return { ...release, releaseOn, lastDay, bridge: null }
}

/**
 * Which days would have been without cover, as far as could be told on the day before the release (rule SIM-1)? Asked of the
 * forecast of the dose engine, for the release as it was and under other rules alike, so that like is compared with like.
 *
 * Whoever is expected at a dosing point is taken to come on each day on which it doses. The day of release itself is not
 * counted: its dose is given inside.
 */
export function replayRelease(release: ReplayedRelease, rules: DepotRuleSet = DEPOT_RULE_SET): Replay {
  const { releaseOn, lastDay, place, history, bridge } = release
  const days = Math.max(daysBetween(releaseOn, lastDay), FIRST_DAYS) + 1
  const forecast = forecastCover(
    {
      history: { ...history, custody: { ...history.custody, releaseDate: releaseOn, outOn: null } },
      place,
      dosingServiceId: release.dosingServiceId,
      firstAppointment: release.firstExpectedOn,
      prescriptions: release.prescriptions,
      plannedSupply: null,
      reach: release.reach,
      now: scheduledInstant(addDays(releaseOn, -1), NOON, place.zone),
      releaseOn,
      days,
    },
    rules,
  )
  const isBridged = (day: PlainDate) => bridge !== null && bridge.from <= day && day <= bridge.to
  const isUncovered = (each: ForecastDay) => isGap(each) && !isBridged(each.day)
  const outside = forecast.days.filter(({ day }) => day > releaseOn)
  return {
    uncoveredDays: outside.filter((each) => each.day <= lastDay && isUncovered(each)).length,
    isWithin48Hours: isWithin(release, outside, isUncovered),
  }
}

/** The first 48 hours touch at most so many days after the day of release. */
const FIRST_DAYS = 3
const NOON = '12:00' as ClockTime

/** As figure I1 has it: a dose outside at most 48:00:00 after the release, or cover that lasts so long (rule FIG-1). */
function isWithin(
  { releasedAt, zone, releaseOn, place }: ReplayedRelease,
  outside: readonly ForecastDay[],
  isUncovered: (each: ForecastDay) => boolean,
): boolean {
  const end = endOfFirstHours(movedTo(releasedAt, zone, releaseOn))
  const isDosed = outside.some((each) => {
    if (each.state !== 'covered' || each.way !== 'expected-there' || place.hours === null) return false
    const opening = openIntervalsOn(place.hours, 'dosing', each.day)
    return opening.kind === 'intervals' && opening.intervals.some(({ from }) => from <= end)
  })
  const inFirstHours = daysFromTo(addDays(releaseOn, 1), plainDateIn(end, place.zone))
  return isDosed || inFirstHours.every((day) => outside.some((each) => each.day === day && !isUncovered(each)))
}

/** The same time on the clock of another day. */
function movedTo(instant: Date, zone: Zone, day: PlainDate): Date {
  return plainDateIn(instant, zone) === day ? instant : scheduledInstant(day, clockTimeIn(instant, zone), zone)
}
