import type { StoredPrint } from '@throughcare/db/print-pack/print-repository'
import { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, getZone, plainDateIn, scheduledInstant } from '@throughcare/domain/calendar/zone'
import type { KitState } from '@throughcare/domain/naloxone/kit-codes'
import { discreetAddress } from '@throughcare/domain/print-pack/discreet-address'
import {
  BED_CODES,
  type BedCode,
  type GateState,
  type GateThing,
  type PrintAppointment,
  type PrintPack,
  type PrintPlace,
} from '@throughcare/domain/print-pack/print-pack'

/** A service as a place to go to. */
export function placeOf(
  service: { name: string; address: string | null; phone: string | null },
  names: readonly string[],
): PrintPlace {
  return {
    service: service.name,
    address: service.address,
    discreetAddress: discreetAddress({ address: service.address, isFreeText: false }, names),
    phone: service.phone,
  }
}

/** Booked appointments, earliest first. A place in words that nobody can go to without the name gives way to the service's address. */
export function bookedAppointments({ appointments }: StoredPrint, names: readonly string[]): PrintAppointment[] {
  return appointments.map(({ area, at, place, service }) => {
    const own = placeOf(service, names)
    const inWords = discreetAddress({ address: place, isFreeText: true }, names)
    return {
      area,
      serviceId: service.id,
      day: plainDateIn(new Date(at), getZone(service.timeZone)),
      at,
      timeZone: service.timeZone,
      place: {
        ...own,
        address: place ?? own.address,
        discreetAddress: inWords ?? own.discreetAddress,
      },
      isConfirmed: true,
    }
  })
}

/**
 * Where the person goes first: the first booked appointment about the treatment, else the first of any kind, else what somebody
 * said on the four-minute plan, which nobody has confirmed.
 */
export function firstAppointmentOf(
  found: StoredPrint,
  booked: readonly PrintAppointment[],
  names: readonly string[],
): PrintAppointment | null {
  const first = booked.find(({ area }) => area === 'omt') ?? booked[0]
  if (first) return first
  const { 'where-next': where, when } = found.facts
  const [day = '', time = ''] = (when ?? '').split('T')
  const said = PlainDate.safeParse(day)
  if (where === undefined || !said.success) return null
  const clock = ClockTime.safeParse(time)
  const zone = getZone(found.prison.timeZone)
  return {
    area: 'omt',
    serviceId: null,
    day: said.data,
    at: clock.success ? scheduledInstant(said.data, clock.data, zone).toISOString() : null,
    timeZone: found.prison.timeZone,
    place: {
      service: null,
      address: where,
      discreetAddress: discreetAddress({ address: where, isFreeText: true }, names),
      phone: null,
    },
    isConfirmed: false,
  }
}

export function bedOf(said: string | undefined): BedCode {
  return BED_CODES.find((code) => code === said) ?? 'unknown'
}

/** What goes through the gate with the person, and whether it is there. Unknown is not there and not missing: it is unknown. */
export function thingsOf(
  { facts }: StoredPrint,
  kit: KitState | null,
  treated: PrintPack['treated'],
): { thing: GateThing; state: GateState }[] {
  const papers: GateState = facts.id === 'has-id' ? 'there' : facts.id === 'none' ? 'not-there' : 'not-confirmed'
  const bag: GateState =
    kit === 'in-property' || kit === 'handed-over'
      ? 'there'
      : kit === 'not-known' || (kit === null && treated !== 'no')
        ? 'not-confirmed'
        : 'not-there'
  const phone: GateState = facts.phone === undefined ? 'not-confirmed' : facts.phone === 'none' ? 'not-there' : 'there'
  const stored = facts['belongings-in-store']
  return [
    { thing: 'page', state: 'there' },
    { thing: 'papers', state: papers },
    ...(bag === 'not-there' && kit === null ? [] : [{ thing: 'health-bag' as const, state: bag }]),
    ...(stored === 'no'
      ? []
      : [{ thing: 'belongings' as const, state: stored === 'yes' ? ('there' as const) : ('not-confirmed' as const) }]),
    { thing: 'phone', state: phone },
  ]
}
