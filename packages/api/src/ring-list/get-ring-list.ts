import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  type CallSubject,
  findAnswersToRingFor,
  findDosesToRingFor,
  findPersonsToRing,
  type PersonToRing,
  type RungService,
} from '@throughcare/db/ring-list/ring-list-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { type OpeningHours, openIntervalsOn } from '@throughcare/domain/calendar/opening-hours'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { SafeChannel } from '@throughcare/domain/person/contact-safety'
import {
  type CallScript,
  callsInOrder,
  mayRing,
  type RingAbout,
  ringForDose,
  scriptFor,
} from '@throughcare/domain/ring-list/ring-calls'
import type { RingListInput } from '@throughcare/domain/ring-list/ring-list-inputs'

/** One call: whom, on which number, when, and what may be said. Instants are ISO 8601 in UTC. */
export type RingCall = CallSubject & {
  about: RingAbout
  /** Who is rung; a service or a prescriber by name, null for the person. */
  whom: 'person' | 'dosing-point' | 'prescriber' | 'service'
  whomName: string | null
  /** Null: nobody knows one. */
  phone: string | null
  /** Another number of the same service: the duty contact's. */
  dutyName: string | null
  dutyPhone: string | null
  /** Of a service: whether it is there now, and until or from when. Null: nobody knows, or the person is rung. */
  hours: { isOpen: boolean; until: string | null } | null
  /** Of the person: in their words, when they may be rung. */
  personHours: string | null
  /** In the person's words, what may be said. */
  wording: string | null
  script: CallScript | null
  area: Area | null
  isOverdue: boolean
}

/** Somebody who asked for another way than the telephone, or has none. */
export type NotByTelephone = Pick<RingCall, 'episodeId' | 'familyName' | 'givenNames' | 'since'> & {
  because: Exclude<SafeChannel, 'phone'> | 'no-telephone'
}

export type RingList = {
  now: string
  /** In the order in which they are made. */
  calls: RingCall[]
  notByTelephone: NotByTelephone[]
}

/**
 * Whom to ring next: about doses, about handoffs that nobody answers, and people in their first 48 hours whom nobody has reached.
 * What a person asked for is obeyed: who wants no call stands apart, with the way that they asked for.
 */
export function getRingList(actor: Actor, _input: RingListInput): Promise<RingList> {
  return asActor(actor, async (deed) => {
    const persons = await findPersonsToRing(deed)
    const rung = persons.filter(({ phone, safety }) => mayRing(safety) && phone !== 'none')
    const answers = actor.role === 'prison-health' ? await findAnswersToRingFor(deed) : []
    const doses = await findDosesToRingFor(deed)
    const services = [
      ...answers.map(({ service }) => service),
      ...doses.flatMap(({ dosingPoint }) => dosingPoint ?? []),
    ]
    const hours = await findOpeningHours(deed, [...new Set(services.map(({ id }) => id))])
    const calls: RingCall[] = [
      ...rung.map(personCall),
      ...answers.map(({ service, area, isOverdue, ...about }) => ({
        ...NOTHING,
        ...about,
        ...serviceCall(service, hours, deed.now),
        about: 'acknowledge' as const,
        whom: 'service' as const,
        area,
        isOverdue,
      })),
      ...doses.map(({ state, dosingPoint, prescriber, ...about }) => {
        const whom = ringForDose(state) ?? 'dosing-point'
        const call = { ...NOTHING, ...about, about: 'dose' as const, area: 'omt' as const, whom }
        return whom === 'prescriber' && prescriber?.phone
          ? { ...call, whomName: prescriber.name, phone: prescriber.phone }
          : { ...call, ...(dosingPoint ? serviceCall(dosingPoint, hours, deed.now) : {}) }
      }),
    ]
    const due = callsInOrder(calls.map(inOrder), deed.now).map(({ call }) => call)
    const notByTelephone = persons.filter((one) => !rung.includes(one)).map(otherWay)
    await audit(deed, due, persons)
    return { now: deed.now.toISOString(), calls: due, notByTelephone }
  })
}

const NOTHING = {
  whomName: null,
  phone: null,
  dutyName: null,
  dutyPhone: null,
  hours: null,
  personHours: null,
  wording: null,
  script: null,
  area: null,
  isOverdue: false,
}

function personCall({ safety, phone, lastOutcome: _last, ...about }: PersonToRing): RingCall {
  return {
    ...NOTHING,
    ...about,
    about: 'person',
    whom: 'person',
    phone,
    personHours: safety?.hours ?? null,
    wording: safety?.wording ?? null,
    script: scriptFor(safety),
  }
}

function serviceCall(
  { id, name, phone, dutyContactName, dutyContactPhone }: RungService,
  hours: ReadonlyMap<string, OpeningHours>,
  now: Date,
): Pick<RingCall, 'whomName' | 'phone' | 'dutyName' | 'dutyPhone' | 'hours'> {
  const open = hours.get(id)
  return {
    whomName: name,
    phone: phone ?? dutyContactPhone,
    dutyName: dutyContactName,
    dutyPhone: phone === null ? null : dutyContactPhone,
    hours: open ? hoursNow(open, now) : null,
  }
}

function hoursNow(open: OpeningHours, now: Date): RingCall['hours'] {
  const today = openIntervalsOn(open, 'open', plainDateIn(now, open.zone))
  if (today.kind === 'hours-unknown') return null
  const current = today.intervals.find(({ from, to }) => from <= now && now < to)
  return { isOpen: current !== undefined, until: current?.to.toISOString() ?? null }
}

function inOrder(call: RingCall) {
  const { about, subjectId, since, lastCallAt } = call
  return {
    about,
    subjectId,
    since: new Date(since),
    lastCallAt: lastCallAt === null ? null : new Date(lastCallAt),
    call,
  }
}

function otherWay({ episodeId, familyName, givenNames, since, safety }: PersonToRing): NotByTelephone {
  const channel = safety?.channel
  const because = channel && channel !== 'phone' ? channel : 'no-telephone'
  return { episodeId, familyName, givenNames, since, because }
}

function audit(deed: Deed<Actor>, calls: readonly RingCall[], persons: readonly PersonToRing[]): Promise<void> {
  return recordAudit(deed, {
    action: 'ring-list.list',
    episodeIds: [...calls, ...persons].map(({ episodeId }) => episodeId),
    personIds: [...calls, ...persons].map(({ personId }) => personId),
  })
}
