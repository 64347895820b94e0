import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import { findDoseAlerts, type StoredDoseAlert } from '@throughcare/db/dose-alert/dose-alert-repository'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import type { StoredDose, StoredMedication } from '@throughcare/db/medication/stored-medication'
import { firstDayOpenOnOrAfter, openingOn } from '@throughcare/domain/calendar/opening-hours'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { custodyRegime } from '@throughcare/domain/medication/custody-regime'
import type { DoseSide } from '@throughcare/domain/medication/decide-dose-recording'
import { doesCover } from '@throughcare/domain/medication/dose-outcomes'
import { doseSentence } from '@throughcare/domain/medication/dose-sentence'
import { doseStrip } from '@throughcare/domain/medication/dose-strip'
import { findDoubleDoses } from '@throughcare/domain/medication/double-doses'
import type { CoverInput } from '@throughcare/domain/medication/planned-cover'
import { standingDoses } from '@throughcare/domain/medication/standing-doses'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { coverInputOf } from '../cover-plan/planned-cover-of.ts'
import {
  countingBoth,
  doseEntryOf,
  findDosingPlaces,
  joinedDoseIds,
  type MedicationOfCase,
  medicationOfCase,
} from './medication-of-case.ts'
import type { DoseEntryView, MedicationView } from './medication-view.ts'
import { routingOfCase } from './routing-of-case.ts'

/**
 * The treatment of a case, its doses, and how 22 days around the release stand.
 *
 * @throws AppError `not-found` when the case or its treatment is not open to the service, as if it were not there ·
 *   `not-allowed`
 */
export function getMedication(actor: Actor, episodeId: string): Promise<MedicationView> {
  return asActor(actor, async (deed) => {
    const [found, places, cover, alerts] = await Promise.all([
      findMedication(deed, episodeId),
      findDosingPlaces(deed, episodeId),
      findCover(deed, episodeId),
      findDoseAlerts(deed, episodeId),
    ])
    if (!found) throw new AppError('not-found')
    if (!mayOn(actor, 'medication.by-episode', found.part)) throw new AppError('not-allowed')
    await recordAudit(deed, {
      action: 'medication.by-episode',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
    })
    for (const { episodeId: joinedId, personId, doses } of found.joined)
      if (doses.length > 0)
        await recordAudit(deed, { action: 'medication.by-episode', episodeIds: [joinedId], personIds: [personId] })
    const of = countingBoth(await medicationOfCase(deed, found, places), found)
    return viewOf(deed, found, of, coverInputOf(of, cover, deed.now), alerts)
  })
}

/** On which side of the gate a service stands when it records doses. */
export function sideOf(actor: Actor): DoseSide {
  return actor.serviceKind === 'prison-health' ? 'prison' : 'community'
}

function viewOf(
  { actor, now }: Deed<Actor>,
  found: StoredMedication,
  of: MedicationOfCase,
  cover: CoverInput,
  alerts: StoredDoseAlert[],
): MedicationView {
  const { history, place, today, current, rules } = of
  const next = nextAppointmentOf(found, now)
  const strip = doseStrip(cover, rules.depot)
  const { routing, ifIntoxicated, daysWithout, depot } = routingOfCase(of, now)
  const isOut = history.custody.outOn !== null
  const treatment = current && history.treatments.find((each) => each.id === current.id)
  return {
    now: now.toISOString(),
    today,
    timeZone: place.zone,
    todayInside: plainDateIn(now, getZone(found.custody.timeZone)),
    side: sideOf(actor),
    releasedAt: found.custody.releasedAt,
    may: {
      recordTreatment: mayOn(actor, 'medication.record-treatment', found.part),
      recordDose: current !== null && mayOn(actor, 'medication.record-dose', found.part),
      agreeLateness:
        current?.dosing != null &&
        mayOn(actor, 'medication.agree-lateness', found.part) &&
        (sideOf(actor) === 'prison' || current.dosing.id === actor.serviceId),
      confirmRegime: current !== null && !isOut && mayOn(actor, 'medication.confirm-regime', found.part),
    },
    treatment: current,
    otherTreatments: found.treatments.filter((each) => each.id !== current?.id).toReversed(),
    regime:
      treatment && treatment.rhythm !== 'depot' && !isOut ? custodyRegime(treatment, history.custody, today) : null,
    strip,
    sentence: doseSentence(strip, today, next?.day ?? null),
    daysWithout,
    routing,
    ifIntoxicated,
    rules: rules.told,
    alerts,
    depot,
    agreedLateness: found.agreedLateness.find(({ dosingServiceId }) => dosingServiceId === current?.dosing?.id) ?? null,
    doubleDoses: findDoubleDoses({ ...history, elsewhere: joinedDoseIds(found) }, rules.depot).map((double) => ({
      ...double,
      services: double.serviceIds.map(
        (id) => dosesOfBoth(found).find((dose) => dose.serviceId === id)?.serviceName ?? '',
      ),
    })),
    joined: joinedOf(found),
    lastDose: lastDoseOf(found, of),
    nextAppointment: next,
    dosingPoint: dosingPointOf(of),
    entries: entriesOf(found, of, actor),
  }
}

function nextAppointmentOf(found: StoredMedication, now: Date): MedicationView['nextAppointment'] {
  const booked = found.appointments.find((each) => each.status === 'booked' && new Date(each.at) >= now)
  if (booked)
    return {
      day: plainDateIn(new Date(booked.at), getZone(booked.timeZone)),
      at: booked.at,
      place: booked.place ?? booked.serviceName,
      timeZone: booked.timeZone,
      isBooked: true,
    }
  const { saidAppointment, custody } = found
  if (!saidAppointment || found.appointments.length > 0) return null
  return { ...saidAppointment, at: null, timeZone: custody.timeZone, isBooked: false }
}

function dosingPointOf({ current, place, today }: MedicationOfCase): MedicationView['dosingPoint'] {
  const dosing = current?.dosing
  if (!dosing || !place.hours) return null
  const next = firstDayOpenOnOrAfter(place.hours, 'dosing', today)
  return {
    ...dosing,
    today: openingOn(place.hours, 'dosing', today),
    nextDosingDay: next.kind === 'open-day' ? next.day : null,
  }
}

function lastDoseOf(found: StoredMedication, { history, today }: MedicationOfCase): StoredDose | null {
  const last = standingDoses(history.doses)
    .filter(({ entry }) => doesCover(entry.outcome) && entry.forDay <= today)
    .toSorted((left, right) => (left.entry.toDay < right.entry.toDay ? -1 : 1))
    .at(-1)
  return dosesOfBoth(found).find((dose) => dose.id === last?.entry.id) ?? null
}

function dosesOfBoth({ doses, joined }: StoredMedication): StoredDose[] {
  return [...doses, ...joined.flatMap((other) => other.doses)]
}

/** Entries in cases of a joined record, each with its case, the newest first. */
function joinedOf({ joined }: StoredMedication): MedicationView['joined'] {
  return joined
    .filter(({ doses }) => doses.length > 0)
    .map(({ episodeId, doses }) => {
      const standing = new Set(standingDoses(doses.map(doseEntryOf)).map(({ entry }) => entry.id))
      return { episodeId, entries: doses.filter(({ id }) => standing.has(id)).toReversed() }
    })
}

function entriesOf(found: StoredMedication, { history }: MedicationOfCase, actor: Actor): DoseEntryView[] {
  const mayHere = mayOn(actor, 'medication.correct-dose', found.part)
  const standing = new Map(standingDoses(history.doses).map((each) => [each.entry.id, each.notTaken]))
  return found.doses
    .map((dose): DoseEntryView => {
      const isReplaced = found.doses.some((other) => other.correctsDoseId === dose.id && other.outcome !== 'not-taken')
      return {
        ...dose,
        isReplaced,
        notTaken: [...(standing.get(dose.id) ?? [])],
        mayCorrect: mayHere && !isReplaced && dose.serviceId === actor.serviceId,
      }
    })
    .toReversed()
}
