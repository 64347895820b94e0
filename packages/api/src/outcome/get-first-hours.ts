import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findAreaHandoffs, type StandingHandoff } from '@throughcare/db/handoff/area-handoffs'
import {
  findAfterRelease,
  type StoredAppointment,
  type StoredContact,
  type StoredOutcome,
} from '@throughcare/db/outcome/after-release-repository'
import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import type { FirstHoursInput } from '@throughcare/domain/outcome/first-hours-input'
import { type FirstStepView, firstSteps } from '@throughcare/domain/outcome/first-steps'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import type { ShownClock } from '../handoff/shown-clock.ts'
import { type DoseOfFirstHours, findDoseOfFirstHours } from './dose-of-first-hours.ts'
import { getRelease, isStillInside } from './get-release.ts'

type Shown<Row extends { at: Date }> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] }

/** The first 48 hours of a case, as far as the reader may see them. Instants are ISO 8601 in UTC. */
export type FirstHours = {
  episodeId: string
  relation: Relation
  now: string
  clock: ShownClock
  prisonName: string
  /** The prison's zone: the day and hour of release are read in it. */
  timeZone: string
  steps: FirstStepView[]
  /** The newest handoff of each area. `isToMe`: the reader's service is asked, or has it. */
  handoffs: (StandingHandoff & { isToMe: boolean })[]
  dose: DoseOfFirstHours | null
  /** Undefined: not for this reader; null: nobody has said. */
  firstNight: Shown<StoredOutcome> | null | undefined
  /** The last word about whether the person came; null while nobody said. */
  arrival: Shown<StoredOutcome> | null
  /** Newest first. */
  contacts: Shown<StoredContact>[]
  /** Newest first. */
  outcomes: Shown<StoredOutcome>[]
  /** Booked ones that lie ahead, earliest first. */
  nextAppointments: Shown<StoredAppointment>[]
  may: {
    recordContact: boolean
    recordOutcome: boolean
    /** Whether anybody could be missing yet. */
    recordMissing: boolean
    recordFirstNight: boolean
    recordDose: boolean
    /** The areas for which an appointment may be booked. */
    bookFor: Area[]
  }
}

/**
 * What has to happen in the first 48 hours, and what of it has happened: the same page for the prison and for every service
 * that takes part, each with what its categories open.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getFirstHours(actor: Actor, input: FirstHoursInput): Promise<FirstHours> {
  return asActor(actor, async (deed) => {
    const { episodeId } = input
    const part = await getPart(deed, episodeId, 'outcome.first-hours')
    const { release, clock } = await getRelease(deed, episodeId)
    const handoffs = newestOfEachArea(await findAreaHandoffs(deed, episodeId))
    const { contacts, outcomes, appointments } = await findAfterRelease(deed, episodeId)
    const dose = await findDoseOfFirstHours(deed, episodeId)

    const seesHousing = part.categories.includes('housing')
    const firstNight = outcomes.find(({ kind }) => kind === 'first-night') ?? null
    const arrival = outcomes.find(({ kind }) => kind === 'arrived' || kind === 'did-not-arrive') ?? null
    const since = release.releasedAt ?? release.seenOutsideAt
    const nextAppointments = appointments.filter(({ status, at }) => status === 'booked' && at > deed.now)
    await recordAudit(deed, { action: 'outcome.first-hours', episodeIds: [episodeId], personIds: [part.personId] })
    return {
      episodeId,
      relation: part.relation,
      now: deed.now.toISOString(),
      clock,
      prisonName: release.prisonName,
      timeZone: release.prisonTimeZone,
      steps: firstSteps({
        handoffs,
        contacts: contacts.filter(({ at }) => since === null || at >= new Date(since)),
        hasArrived: arrival?.kind === 'arrived',
        dose: dose?.state ?? null,
        firstNight: seesHousing ? (firstNight?.value ?? null) : undefined,
        hasNextAppointment: nextAppointments.length > 0,
      }),
      handoffs: handoffs.map((handoff) => ({ ...handoff, isToMe: handoff.receivingServiceId === actor.serviceId })),
      dose,
      firstNight: seesHousing ? firstNight && shown(firstNight) : undefined,
      arrival: arrival && shown(arrival),
      contacts: contacts.map(shown),
      outcomes: outcomes.map(shown),
      nextAppointments: nextAppointments.map(shown),
      may: {
        recordContact: mayOn(actor, 'contact.record', part),
        recordOutcome: mayOn(actor, 'outcome.record', part),
        recordMissing: mayOn(actor, 'outcome.record', part) && !isStillInside(clock),
        recordFirstNight:
          seesHousing && clock.kind !== 'not-released' && mayOn(actor, 'housing.record-first-night', part),
        // The first dose outside is given outside; what the prison gave before stands on the page of doses.
        recordDose:
          dose !== null && actor.serviceKind !== 'prison-health' && mayOn(actor, 'medication.record-dose', part),
        bookFor: mayOn(actor, 'appointment.book', part) ? bookableAreas(part.writes) : [],
      },
    }
  })
}

function newestOfEachArea(handoffs: readonly StandingHandoff[]): StandingHandoff[] {
  const seen = new Set<Area>()
  return handoffs.filter(({ area }) => !seen.has(area) && seen.add(area))
}

/** Areas that the part may write: an appointment is booked by whoever has taken its area. */
function bookableAreas(categories: readonly Category[]): Area[] {
  return AREAS.filter((area) => categories.includes(area))
}

function shown<Row extends { at: Date }>(row: Row): Shown<Row> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  ) as Shown<Row>
}
