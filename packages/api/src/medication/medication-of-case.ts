import type { Deed } from '@throughcare/db/as-actor'
import type { StoredDose, StoredMedication, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import { findDosingHours, findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type ClockTime, getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { DosingPlace } from '@throughcare/domain/medication/dosing-day'
import {
  type DoseEntry,
  findTreatmentOn,
  type MedicationHistory,
} from '@throughcare/domain/medication/medication-history'
import {
  type ApprovedRules,
  findApprovedRules,
  findApprovedRulesOfCase,
  type RulesInForce,
  rulesInForce,
} from '../rule-set/find-rules.ts'

/** What the rules about doses read of a case. */
export type MedicationOfCase = {
  history: MedicationHistory
  /** Where the person is dosed after release; the prison's zone and no hours while no place is chosen. */
  place: DosingPlace
  /** The first day on which the community expects the person for a dose, booked or at least said. */
  firstAppointment: PlainDate | null
  /** Today at the dosing point. */
  today: PlainDate
  /** The treatment that goes on today; else the last one. */
  current: StoredTreatment | null
  /** The rules that hold at the dosing point; in the prison's country while no place is chosen. */
  rules: RulesInForce
}

/** When the dosing points of a case are there, and which rules hold where. */
export type DosingPlaces = { hoursOf: ReadonlyMap<string, OpeningHours>; approved: ApprovedRules }

/** Asked beside the treatment itself, so that both leave in one flush. */
export async function findDosingPlaces(deed: Deed, episodeId: string): Promise<DosingPlaces> {
  const [hoursOf, approved] = await Promise.all([
    findDosingHours(deed, episodeId),
    findApprovedRulesOfCase(deed, episodeId),
  ])
  return { hoursOf, approved }
}

/**
 * Reads a stored medication as the rules take it.
 *
 * @param places the dosing point's hours and rules where they were asked for already; they are fetched otherwise
 */
export async function medicationOfCase(
  deed: Deed,
  found: StoredMedication,
  places?: DosingPlaces,
): Promise<MedicationOfCase> {
  const history = historyOf(found)
  const now = deed.now
  const inPrison = plainDateIn(now, getZone(found.custody.timeZone))
  const currentId = findTreatmentOn(history, inPrison)?.id
  const current = found.treatments.find((each) => each.id === currentId) ?? found.treatments.at(-1) ?? null
  const dosing = current?.dosing ?? null
  const rulesAt = { serviceId: dosing?.id ?? null, country: dosing?.country ?? found.custody.country }
  const [hoursOf, approved] = places
    ? [places.hoursOf, places.approved]
    : await Promise.all([findOpeningHours(deed, dosing ? [dosing.id] : []), findApprovedRules(deed, [rulesAt])])
  const hours = (dosing && hoursOf.get(dosing.id)) ?? null
  const place: DosingPlace = {
    zone: getZone(dosing?.timeZone ?? found.custody.timeZone),
    hours,
    agreedUntil: agreedUntil(found, dosing?.id ?? null),
  }
  const today = plainDateIn(now, place.zone)
  const [booked] = found.appointments
  return {
    history,
    place,
    firstAppointment: booked
      ? plainDateIn(new Date(booked.at), getZone(booked.timeZone))
      : (found.saidAppointment?.day ?? null),
    today,
    current,
    rules: rulesInForce(approved, rulesAt, today),
  }
}

/** Up to when this place waits for the person, by agreement; null when nothing is agreed with it. */
export function agreedUntil({ agreedLateness }: StoredMedication, dosingServiceId: string | null): ClockTime | null {
  return agreedLateness.find((each) => each.dosingServiceId === dosingServiceId)?.until ?? null
}

/** The record as the rules read it. */
export function historyOf(found: StoredMedication): MedicationHistory {
  const { custody } = found
  const zone = getZone(custody.timeZone)
  const outAt = custody.releasedAt ?? custody.seenOutsideAt
  return {
    treatments: found.treatments,
    doses: found.doses.map(doseEntryOf),
    custody: {
      legalStatus: custody.legalStatus,
      admittedOn: custody.admittedOn,
      releaseDate: custody.releaseDate,
      certainty: custody.certainty,
      outOn: outAt === null ? null : plainDateIn(new Date(outAt), zone),
    },
  }
}

/**
 * The record with what stands in a joined record of the same person, as far as the reader may see both (ADR 0210). Of what is
 * shown and asked, never of what is stored: alerts, gaps and items of a case are of that case alone, because whoever sees one
 * record alone reads them too.
 */
export function historyOfBoth(found: StoredMedication): MedicationHistory {
  const own = historyOf(found)
  if (found.joined.length === 0) return own
  return {
    ...own,
    doses: [...own.doses, ...found.joined.flatMap(({ doses }) => doses.map(doseEntryOf))],
    joinedTreatments: found.joined.flatMap(({ treatments }) => treatments),
  }
}

/** Entries in a joined record. */
export function joinedDoseIds(found: StoredMedication): Set<string> {
  return new Set(found.joined.flatMap(({ doses }) => doses.map(({ id }) => id)))
}

/** The same case, counting the doses of both records. */
export function countingBoth(of: MedicationOfCase, found: StoredMedication): MedicationOfCase {
  return found.joined.length === 0 ? of : { ...of, history: historyOfBoth(found) }
}

/** One stored entry as the rules read it. */
export function doseEntryOf(dose: StoredDose): DoseEntry {
  return {
    ...dose,
    givenAt: dose.givenAt === null ? null : new Date(dose.givenAt),
    recordedAt: new Date(dose.recordedAt),
  }
}
