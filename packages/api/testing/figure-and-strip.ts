import { randomBytes } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { anyHistory } from '@throughcare/db/testing/any-history'
import { dosesGivenOutside, type Places, putHistories, type ReadHistory } from '@throughcare/db/testing/put-histories'
import { newId } from '@throughcare/db/uuid'
import { addDays, daysFromTo, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, plainDateIn, scheduledInstant } from '@throughcare/domain/calendar/zone'
import { countIndicator } from '@throughcare/domain/continuity/count-indicator'
import { doesCover } from '@throughcare/domain/medication/dose-outcomes'
import { doseStrip, type StripDay } from '@throughcare/domain/medication/dose-strip'
import { findTreatmentOn, type MedicationHistory } from '@throughcare/domain/medication/medication-history'
import { DEPOT_RULE_SET, type DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import { NOTHING_PLANNED } from '@throughcare/domain/medication/planned-cover'
import { standingDoses } from '@throughcare/domain/medication/standing-doses'
import { endOfFirstHours } from '@throughcare/domain/release/hours-since-release'
import { measureReleases } from '../src/continuity/measure-releases.ts'

/** Of how many releases this holds, so that agreement about nothing is noticed. */
export type FigureMix = Record<
  | 'all'
  | 'byDoseOutside'
  | 'byCover'
  | 'notMet'
  | 'depots'
  | 'leftOut'
  | 'startedInTime'
  | 'startedLate'
  | 'neverStarted',
  number
>

type Owner = Places['owner']

/** When all of these people are read: long after the last of them went out, and within the period of the figures. */
export const READ_AT = new Date('2026-07-15T12:00:00Z')

/** Seeds that no other comparison uses: the same seed gives the same ids. */
const FIRST_SEED = 1_000_000

/** So many people who are out, each with the recorded release and most of the doses outside with their time. */
export function releasedHistories(count: number): ReadHistory[] {
  const found: ReadHistory[] = []
  for (let seed = FIRST_SEED; found.length < count; seed += 1) {
    const one = anyHistory(seed)
    if (one.history.custody.outOn === null) continue
    const released: ReadHistory = { ...one, isReleased: true, now: READ_AT }
    found.push({ ...released, history: withTimes(released) })
  }
  return found
}

function withTimes(released: ReadHistory): MedicationHistory {
  const outside = dosesGivenOutside(released)
  const noon = (day: PlainDate) => scheduledInstant(day, ClockTime.parse('12:00'), released.place.zone)
  const doses = released.history.doses.map((dose) =>
    outside.has(dose.id) && dose.id < 'c' && noon(dose.forDay) < dose.recordedAt
      ? { ...dose, givenAt: noon(dose.forDay) }
      : dose,
  )
  return { ...released.history, doses }
}

/**
 * Do the figures "a dose within 48 hours" and "treatment within 21 days" say of each of these releases what the engine says of that
 * person, on the strip and in the record? Puts them into the database, counts them as the dashboard of their prison does, and
 * reads each one with the engine, by the same rules.
 */
export async function compareFigures(
  owner: Owner,
  histories: readonly ReadHistory[],
  rules: DepotRuleSet = DEPOT_RULE_SET,
): Promise<{ disagreements: string[]; mix: FigureMix }> {
  const places: Places = { owner, known: new Map() }
  const episodeIds = await putHistories(places, histories)
  const of = new Map(histories.map((each, index) => [episodeIds[index] ?? '', each]))
  const mix: FigureMix = { all: 0, byDoseOutside: 0, byCover: 0, notMet: 0, depots: 0, leftOut: 0, ...NO_STARTS }
  const disagreements: string[] = []
  for (const prison of await prisonsOf(owner, episodeIds)) {
    const { releases, now } = await measureReleases(prison, 'continuity.report')
    for (const { episodeId, facts } of releases) {
      const one = of.get(episodeId ?? '')
      const [count] = countIndicator('dose-within-48-hours', facts, now)
      if (!one || !count) continue
      mix.all += 1
      const said = stripSays(one, facts.releasedAt, rules)
      const isAgreed =
        count.outcome === 'left-out' ? said.isLeftOut : !said.isLeftOut && (count.outcome === 'met') === said.isMet
      if (!isAgreed || !said.isStripWhole)
        disagreements.push(`${one.name}: ${count.outcome} ${count.detail}, ${JSON.stringify(said)}`)
      if (count.outcome === 'left-out') mix.leftOut += 1
      else if (!said.isMet) mix.notMet += 1
      else mix[said.isLasting ? 'byCover' : 'byDoseOutside'] += 1
      if (one.history.doses.some(({ kind }) => kind === 'depot')) mix.depots += 1
      const start = startSays(one, releasedDay(one, facts.releasedAt))
      mix[start.kind] += 1
      // Nobody handed these people over, and not all are on treatment: who counts at all is no matter of days.
      const [began] = countIndicator(
        'treatment-within-21-days',
        { ...facts, hasTreatmentNeed: true, isHandedOff: true },
        now,
      )
      if (facts.treatmentStartedOn !== start.on || (began?.outcome === 'met') !== (start.kind === 'startedInTime'))
        disagreements.push(
          `${one.name}: began ${facts.treatmentStartedOn}, ${began?.outcome}, ${JSON.stringify(start)}`,
        )
    }
  }
  return { disagreements, mix }
}

/** What the strip says of the first 48 hours, in the words of the figure. */
function stripSays(one: ReadHistory, releasedAt: Date, rules: DepotRuleSet) {
  const { history, place } = one
  const outside = dosesGivenOutside(one)
  const end = endOfFirstHours(releasedAt)
  const releaseDay = releasedDay(one, releasedAt)
  const asked = daysFromTo(releaseDay, plainDateIn(end, place.zone))
  const strip = stripOf(one, history, rules)
  const inside = stripOf(one, { ...history, doses: history.doses.filter(({ id }) => !outside.has(id)) }, rules)
  const isCovered = (of: readonly StripDay[], day: PlainDate) =>
    of.find((each) => each.day === day)?.state === 'covered'
  const isLasting = asked.every((day) => isCovered(inside, day))
  const timed = standingDoses(history.doses).filter(
    ({ entry, notTaken }) =>
      outside.has(entry.id) &&
      doesCover(entry.outcome) &&
      entry.givenAt !== null &&
      entry.givenAt >= releasedAt &&
      entry.givenAt <= end &&
      daysFromTo(entry.forDay, entry.toDay).some((day) => !notTaken.some(({ from, to }) => from <= day && day <= to)),
  )
  const shown = timed.flatMap(({ entry, notTaken }) =>
    daysFromTo(entry.forDay, entry.toDay).filter((day) => !notTaken.some(({ from, to }) => from <= day && day <= to)),
  )
  const isSplit = timed.some(({ entry }) => treatmentOf(history, entry.treatmentId)?.rhythm === 'split')
  return {
    isLeftOut: findTreatmentOn(history, releaseDay) === null,
    isLasting,
    isMet: isLasting || timed.length > 0,
    /** What the figure counts as cover, the strip shows as covered. A part of a split day is a dose, and no cover. */
    isStripWhole:
      (!isLasting || asked.every((day) => isCovered(strip, day))) &&
      (isSplit || shown.every((day) => day > addDays(releaseDay, 14) || isCovered(strip, day))),
  }
}

/** On which day treatment began outside, as the engine reads the record, and what the figure is to make of it. */
function startSays(one: ReadHistory, releaseDay: PlainDate) {
  const outside = dosesGivenOutside(one)
  const [on = null] = standingDoses(one.history.doses)
    .filter(({ entry }) => outside.has(entry.id) && doesCover(entry.outcome))
    .flatMap(
      ({ entry, notTaken }) =>
        daysFromTo(entry.forDay, entry.toDay).find(
          (day) => !notTaken.some(({ from, to }) => from <= day && day <= to),
        ) ?? [],
    )
    .filter((day) => addDays(releaseDay, -60) <= day && day <= addDays(releaseDay, 30))
    .toSorted()
  const kind = on === null ? 'neverStarted' : on <= addDays(releaseDay, 21) ? 'startedInTime' : 'startedLate'
  return { on, kind } as const
}

function releasedDay({ history, place }: ReadHistory, releasedAt: Date): PlainDate {
  return history.custody.outOn ?? plainDateIn(releasedAt, place.zone)
}

const NO_STARTS = { startedInTime: 0, startedLate: 0, neverStarted: 0 } as const

function stripOf({ place, now }: ReadHistory, history: MedicationHistory, rules: DepotRuleSet): StripDay[] {
  return doseStrip({ ...NOTHING_PLANNED, history, place, firstAppointment: null, now }, rules)
}

function treatmentOf({ treatments }: MedicationHistory, id: string) {
  return treatments.find((each) => each.id === id)
}

/** A manager of each prison that let one of these people go, signed in. */
async function prisonsOf(owner: Owner, episodeIds: readonly string[]): Promise<Actor[]> {
  const { rows } = await owner.query<{ id: string; name: string; zone: string }>(
    `select distinct v.id, v.name, v.time_zone as zone from custody_stay s join service v on v.id = s.prison_service_id
     where s.episode_id = any ($1)`,
    [episodeIds],
  )
  const actors: Actor[] = []
  for (const { id, name, zone } of rows) {
    const actor: Actor = {
      accountId: newId(),
      displayName: 'Generated Manager',
      membershipId: newId(),
      role: 'manager',
      grants: [],
      serviceId: id,
      serviceName: name,
      serviceKind: 'prison-health',
      serviceCountry: 'ZZ',
      serviceTimeZone: zone,
      locale: 'en',
      sidHash: randomBytes(32),
    }
    await owner.query(`insert into account (id, email, display_name) values ($1, $2, 'Generated Manager')`, [
      actor.accountId,
      `manager@${id}.example`,
    ])
    await owner.query(`insert into membership (id, account_id, service_id, role) values ($1, $2, $3, 'manager')`, [
      actor.membershipId,
      actor.accountId,
      id,
    ])
    await owner.query(
      `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
      [newId(), Buffer.from(actor.sidHash), actor.accountId, actor.membershipId],
    )
    actors.push(actor)
  }
  return actors
}
