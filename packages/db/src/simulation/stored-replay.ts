import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ClockTime } from '@throughcare/domain/calendar/zone'
import type { DoseEntry, Treatment } from '@throughcare/domain/medication/medication-history'
import type { PrescriptionSpan, Reach } from '@throughcare/domain/medication/planned-cover'
import type { LegalStatus, ReleaseKind } from '@throughcare/domain/release/release-codes'

/** An instant as JSON has it. */
type Instant = string

/** What one release is replayed from: no name, and no id of a person or a case. */
export type StoredReplay = {
  /** The prison's. */
  timeZone: string
  releasedAt: Instant
  releasedOn: PlainDate
  releaseKind: ReleaseKind
  legalStatus: LegalStatus
  admittedOn: PlainDate
  /** Null while no dosing point is on record, or no treatment. */
  dosingServiceId: string | null
  placeZone: string | null
  country: string | null
  treatments: Treatment[]
  doses: (Omit<DoseEntry, 'givenAt' | 'recordedAt'> & { givenAt: Instant | null; recordedAt: Instant })[]
  firstExpectedOn: PlainDate | null
  prescriptions: PrescriptionSpan[]
  reach: Reach | null
  agreedUntil: ClockTime | null
  handoff: { sentAt: Instant; acknowledgedAt: Instant | null } | null
  endedAt: Instant | null
}
