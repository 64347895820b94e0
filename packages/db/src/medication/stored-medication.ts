import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate, Weekday } from '@throughcare/domain/calendar/plain-date'
import type { ClockTime } from '@throughcare/domain/calendar/zone'
import type { DoseKind, DoseOutcome, Medicine, Rhythm } from '@throughcare/domain/medication/medication-codes'
import type { Titration, Treatment } from '@throughcare/domain/medication/medication-history'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'

/** An instant as JSON carries it: 2026-03-26T09:00:00.000Z. */
type Instant = string

/** What is on record about the treatment of a case. */
export type StoredMedication = {
  part: { relation: Relation; categories: Category[]; writes: Category[]; personId: string }
  custody: {
    legalStatus: LegalStatus
    admittedOn: PlainDate
    releaseDate: PlainDate | null
    certainty: Certainty
    releasedAt: Instant | null
    /** The earliest moment at which a service outside had the person before it. */
    seenOutsideAt: Instant | null
    /** The zone of the prison of the last stay. */
    timeZone: string
    /** The country of that prison. */
    country: string
  }
  /** By first day, a treatment whose first day nobody knows first. */
  treatments: StoredTreatment[]
  /** In the order in which they were recorded. */
  doses: StoredDose[]
  /** Cases of another record of the person that is joined with this one; empty for who may not see both. */
  joined: JoinedCase[]
  /** Appointments about the treatment that are booked or were kept, earliest first. */
  appointments: {
    at: Instant
    place: string | null
    serviceId: string
    serviceName: string
    /** Inside a prison, where nobody records hours. */
    isInside: boolean
    timeZone: string
    status: string
  }[]
  /** Up to when dosing points wait for the person, by agreement; the newest word of each place. */
  agreedLateness: StoredLateness[]
  /** The day of the first appointment as somebody said it, while none is booked. */
  saidAppointment: { day: PlainDate; place: string | null } | null
}

/** What counts with a case although it stands in another record of the same person: doses, and the medicine that each is of. */
export type JoinedCase = {
  episodeId: string
  personId: string
  treatments: Treatment[]
  doses: (StoredDose & { servicePhone: string | null })[]
}

export type StoredLateness = {
  dosingServiceId: string
  /** Null: taken back. */
  until: ClockTime | null
  version: number
  recordedAt: Instant
  recordedBy: string | null
}

export type StoredTreatment = {
  id: string
  medicine: Medicine
  form: string | null
  prescribedText: string | null
  rhythm: Rhythm
  rhythmWeekdays: Weekday[]
  dosesPerDay: number
  titration: Titration
  startedOn: PlainDate | null
  endedOn: PlainDate | null
  regimeConfirmedOn: PlainDate | null
  regimeConfirmedBy: string | null
  dosing: {
    id: string
    name: string
    phone: string | null
    address: string | null
    timeZone: string
    country: string
  } | null
  version: number
}

export type StoredDose = {
  id: string
  treatmentId: string
  kind: DoseKind
  outcome: DoseOutcome
  forDay: PlainDate
  toDay: PlainDate
  parts: number
  givenAt: Instant | null
  recordedAt: Instant
  recordedBy: string | null
  serviceId: string
  serviceName: string
  lateEntry: boolean
  correctsDoseId: string | null
  product: string | null
  reason: string | null
}
