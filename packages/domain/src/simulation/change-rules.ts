import { firstDayOpenOnOrAfter, type OpeningHours, type WeeklyHours } from '../calendar/opening-hours.ts'
import { addDays, daysBetween, laterDay, type PlainDate, WEEKDAYS, weekday } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { readCover } from '../medication/covered-day.ts'
import type { Medicine } from '../medication/medication-codes.ts'
import { type DoseEntry, findTreatmentOn, type Treatment } from '../medication/medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet, depotCoversTo, findDepotRule } from '../medication/medicine-table.ts'
import { asItWas, type ReleaseOnRecord, type Replay, type ReplayedRelease, replayRelease } from './replay-release.ts'
import type { Reach, SimulatedRule } from './simulation-codes.ts'

/** Which rules are changed, and at which dosing point the door is open on Sundays; null: at all of them. */
export type ChangedRules = { rules: readonly SimulatedRule[]; sundayServiceId: string | null }

/** A rule's work on one release. */
type Changed = { release: ReplayedRelease; reach: Reach }

const FRIDAY = 5
const SUNDAY = 7

/** Within so many hours, around the clock, somebody has said that they have it. */
const ACKNOWLEDGED_HOURS = 4

/** Injected in the place of tablets: the shortest window of all, so that any other product would cover at least as long. */
const BRIDGING_DEPOT: Medicine = 'buprenorphine-weekly-depot'

/**
 * How would this release have gone under other rules, and did they reach it (rule SIM-1)?
 *
 * With no rule changed the answer is how it went. Sunday hours are used only where they help: whoever would stand better on
 * the days as they were keeps them, so that a door that is open on more days never leaves more days without cover.
 */
export function replayUnder(
  release: ReleaseOnRecord,
  changed: ChangedRules,
  depots: DepotRuleSet = DEPOT_RULE_SET,
): Replay & { reach: Reach } {
  const all = changeAll(asItWas(release), changed, depots)
  const replay = replayRelease(all.release, depots)
  if (!changed.rules.includes('open-on-sunday')) return { ...replay, reach: all.reach }
  const rules = changed.rules.filter((rule) => rule !== 'open-on-sunday')
  const shut = replayRelease(changeAll(asItWas(release), { ...changed, rules }, depots).release, depots)
  return {
    uncoveredDays: Math.min(replay.uncoveredDays, shut.uncoveredDays),
    isWithin48Hours: replay.isWithin48Hours || shut.isWithin48Hours,
    reach: all.reach,
  }
}

/** Do these rules reach this release, and can anybody say what would come of it? The same answer as with the replay, without one. */
export function reachUnder(
  release: ReleaseOnRecord,
  changed: ChangedRules,
  depots: DepotRuleSet = DEPOT_RULE_SET,
): Reach {
  return changeAll(asItWas(release), changed, depots).reach
}

/** Doors first, then the day of release, then what follows from an acknowledgement, then the injection the day before. */
function changeAll(release: ReplayedRelease, { rules, sundayServiceId }: ChangedRules, depots: DepotRuleSet): Changed {
  const work: Record<SimulatedRule, (before: ReplayedRelease) => Changed> = {
    'open-on-sunday': (before) => openOnSunday(before, sundayServiceId),
    'thursday-instead-of-friday': releaseADayEarlier,
    'acknowledged-within-4-hours': acknowledgeInTime,
    'depot-before-release': (before) => injectBefore(before, depots),
  }
  const inOrder = (Object.keys(work) as SimulatedRule[]).filter((rule) => rules.includes(rule))
  return inOrder.reduce<Changed>(
    (before, rule) => {
      const after = work[rule](before.release)
      return { release: after.release, reach: more(before.reach, after.reach) }
    },
    { release, reach: 'not-reached' },
  )
}

function more(one: Reach, other: Reach): Reach {
  if (one === 'reached' || other === 'reached') return 'reached'
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'not-reached'
}

/** Whoever is released on a planned Friday is released on the Thursday, and expected on the first day of dosing after it. */
function releaseADayEarlier(release: ReplayedRelease): Changed {
  const { releaseOn, history } = release
  if (weekday(releaseOn) !== FRIDAY || release.releaseKind !== 'planned') return { release, reach: 'not-reached' }
  // Nobody knows when this person was first expected, so nobody can say when they would have been.
  if (release.firstExpectedOn === null) return { release, reach: 'unknown' }
  const day = addDays(releaseOn, -1)
  const doses = history.doses.map((dose) => givenADayEarlier(dose, releaseOn, day))
  const moved = { ...release, releaseOn: day, history: { ...history, doses } }
  return { release: expectedFrom(moved, addDays(day, 1)), reach: 'reached' }
}

/** What the prison gave on the day of release it gives on the new one; what was carried out is for the days it was for. */
function givenADayEarlier(dose: DoseEntry, releaseOn: PlainDate, day: PlainDate): DoseEntry {
  if (dose.kind === 'take-home' || dose.forDay !== releaseOn) return dose
  return { ...dose, forDay: day, toDay: day }
}

/**
 * The treatment's handoff is acknowledged within four hours of being sent; what followed the acknowledgement follows it by as
 * many days as it did.
 */
function acknowledgeInTime(release: ReplayedRelease): Changed {
  const { handoff, firstExpectedOn, place } = release
  if (handoff === null) return { release, reach: 'not-reached' }
  const { sentAt, acknowledgedAt } = handoff
  const inTime = new Date(sentAt.getTime() + ACKNOWLEDGED_HOURS * 3_600_000)
  if (acknowledgedAt !== null && acknowledgedAt <= inTime) return { release, reach: 'not-reached' }
  if (acknowledgedAt === null || firstExpectedOn === null) return { release, reach: 'unknown' }
  const day = plainDateIn(inTime, place.zone)
  const sooner = addDays(firstExpectedOn, -daysBetween(day, plainDateIn(acknowledgedAt, place.zone)))
  const earliest = laterDay(laterDay(sooner, day), addDays(release.releaseOn, 1))
  return { release: expectedFrom(release, earliest), reach: 'reached' }
}

/** Expected on the first day of dosing from this one on, if that is sooner. An injection keeps the day of its window. */
function expectedFrom(release: ReplayedRelease, day: PlainDate): ReplayedRelease {
  const { place, firstExpectedOn, history } = release
  const isDepot = findTreatmentOn(history, day)?.rhythm === 'depot'
  if (isDepot || place.hours === null || firstExpectedOn === null) return release
  const found = firstDayOpenOnOrAfter(place.hours, 'dosing', day)
  return found.kind === 'open-day' && found.day < firstExpectedOn ? { ...release, firstExpectedOn: found.day } : release
}

/**
 * An injection on the day before a planned release, if the label allows it by then: of the person's own depot, or of a weekly
 * one in the place of buprenorphine by mouth. Nobody is moved from another medicine. What was arranged goes on beside it.
 */
function injectBefore(release: ReplayedRelease, depots: DepotRuleSet): Changed {
  const { releaseOn, history } = release
  const current = findTreatmentOn(history, releaseOn)
  const medicine = current && depotInsteadOf(current)
  if (medicine === null || release.releaseKind !== 'planned' || findDepotRule(medicine, depots) === null)
    return { release, reach: 'not-reached' }
  const before = readCover(history, releaseOn, depots).injections.filter(({ on }) => on <= releaseOn)
  const last = before.at(-1)
  const rule = last && findDepotRule(medicine, depots, last.isFirst && last.medicine === medicine)
  const eve = addDays(releaseOn, -1)
  const on = last && rule ? laterDay(eve, addDays(last.on, rule.notBeforeDay)) : eve
  if (on > releaseOn) return { release, reach: 'not-reached' }
  const isFirst = !before.some((each) => each.medicine === medicine)
  return {
    release: { ...release, bridge: { from: on, to: depotCoversTo(on, medicine, depots, isFirst) } },
    reach: 'reached',
  }
}

function depotInsteadOf({ rhythm, medicine }: Treatment): Medicine | null {
  if (rhythm === 'depot') return medicine
  return medicine === 'buprenorphine-sublingual' ? BRIDGING_DEPOT : null
}

function openOnSunday(release: ReplayedRelease, serviceId: string | null): Changed {
  const { place, dosingServiceId } = release
  const isMeant = serviceId === null || serviceId === dosingServiceId
  const hours = isMeant && place.hours ? withSunday(place.hours) : null
  if (hours === null) return { release, reach: 'not-reached' }
  return { release: { ...release, place: { ...place, hours } }, reach: 'reached' }
}

/** Places are the same for many people, and what is known of their days hangs on their hours. */
const sundays = new WeakMap<OpeningHours, OpeningHours | null>()

/** The same hours on Sundays as on the last day of the week that has any. Null: open already, or never or nobody knows when. */
function withSunday(hours: OpeningHours): OpeningHours | null {
  const known = sundays.get(hours)
  if (known !== undefined) return known
  const week = hours.weekly.dosing
  const opened = week === null ? null : weekWithSunday(week)
  const answer = opened && { ...hours, weekly: { ...hours.weekly, dosing: opened } }
  sundays.set(hours, answer)
  return answer
}

function weekWithSunday(week: WeeklyHours): WeeklyHours | null {
  const of = (day: (typeof WEEKDAYS)[number]) => week[`${day}`] ?? []
  const last = WEEKDAYS.findLast((day) => of(day).length > 0)
  return last === undefined || last === SUNDAY ? null : { ...week, '7': of(last) }
}
