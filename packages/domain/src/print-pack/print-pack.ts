import type { PlainDate } from '../calendar/plain-date.ts'
import type { Area } from '../checklist/areas.ts'
import type { Medicine } from '../medication/medication-codes.ts'
import type { SafeChannel } from '../person/contact-safety.ts'
import type { Certainty } from '../release/release-codes.ts'
import type { PrintGap } from './print-gaps.ts'

/** An instant as JSON carries it: 2026-03-26T09:00:00.000Z. */
type Instant = string

/** A place to go to. */
export type PrintPlace = {
  /** The service's name; null where only words are on record. Never on a discreet page. */
  service: string | null
  address: string | null
  /** The address without names of services and medicines. */
  discreetAddress: string | null
  phone: string | null
}

export type PrintAppointment = {
  area: Area
  serviceId: string | null
  day: PlainDate
  /** Null: the day is known and the hour is not. */
  at: Instant | null
  timeZone: string
  place: PrintPlace
  /** Booked with the service, or only said by somebody. */
  isConfirmed: boolean
}

/** A day of the place where doses are taken. `ring-first`: a holiday that it has not confirmed, or nobody knows. */
export type PrintDay = {
  day: PlainDate
  opening:
    | { kind: 'open'; intervals: readonly { from: string; to: string }[] }
    | { kind: 'closed' }
    | { kind: 'ring-first' }
}

export const BED_CODES = ['own-address', 'with-others', 'temporary', 'none', 'unknown'] as const
export type BedCode = (typeof BED_CODES)[number]

export const GATE_THINGS = ['page', 'papers', 'health-bag', 'belongings', 'phone'] as const
export type GateThing = (typeof GATE_THINGS)[number]
export const GATE_STATES = ['there', 'not-there', 'not-confirmed'] as const
export type GateState = (typeof GATE_STATES)[number]

/** How an area stands with the service that was asked to take it over. */
export const RECEIVING_STATES = ['waiting', 'seen', 'taken', 'not-with-you'] as const
export type ReceivingState = (typeof RECEIVING_STATES)[number]

/** What the page for one receiving service carries: no more than its handoffs do. */
export type PrintReceiver = {
  serviceId: string
  name: string
  areas: { area: Area; state: ReceivingState; dueAt: Instant | null }[]
  timeZone: string
  appointment: PrintAppointment | null
  /** Null where what is handed over does not carry the treatment. */
  treatment: {
    medicine: Medicine
    prescribedText: string | null
    lastDoseDay: PlainDate | null
    lastDoseAt: Instant | null
  } | null
}

/** How the person may be reached without being given away. Null anywhere: nobody has asked. */
export type PrintReach = {
  channel: SafeChannel | null
  hours: string | null
  wording: string | null
  voicemail: boolean | null
  mayLeaveMessage: boolean
  /** What a change of it names as seen; null when nothing was recorded yet. */
  version: number | null
  phone: string | null
}

/** Everything that the pages of one case are printed from. */
export type PrintPack = {
  episodeId: string
  now: Instant
  /** Of the prison, in whose zone the release is read. */
  timeZone: string
  prison: { name: string; phone: string | null }
  person: {
    id: string
    name: string
    dateOfBirth: PlainDate | null
    number: string | null
    languages: string[]
    interpreterNeeded: boolean | null
  }
  release: { day: PlainDate | null; certainty: Certainty; isOut: boolean }
  treated: 'yes' | 'no' | 'unknown'
  gaps: PrintGap[]
  firstAppointment: PrintAppointment | null
  dosing: { place: PrintPlace; firstOpenAt: Instant | null; timeZone: string; days: PrintDay[] } | null
  bed: BedCode
  /** Where somebody expects the person for the night. */
  bedAt: PrintAppointment | null
  office: PrintAppointment | null
  /** The number that is answered; null where none is on record. */
  ring: string | null
  /** In the person's own words and language. Null: the person chose not to, or nobody has asked. */
  ownWords: { words: string; language: string | null }[]
  /** What the person does themselves, by code, the first due first; four at most. */
  ownItems: string[]
  hasKit: boolean
  things: { thing: GateThing; state: GateState }[]
  receivers: PrintReceiver[]
  reach: PrintReach
}
