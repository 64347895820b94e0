import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate, Weekday } from '@throughcare/domain/calendar/plain-date'
import type { ClockTime } from '@throughcare/domain/calendar/zone'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { ItemCode } from '@throughcare/domain/checklist/rule-sets'
import type { AgreedCover } from '@throughcare/domain/cover-plan/cover-readiness'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { DoseKind, DoseOutcome, Medicine, Rhythm } from '@throughcare/domain/medication/medication-codes'
import type { Titration } from '@throughcare/domain/medication/medication-history'
import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import type { Certainty, LegalStatus, ReleaseKind } from '@throughcare/domain/release/release-codes'
import type { ArrangedCover } from '../cover-plan/stored-cover.ts'
import type { StoredKitToWatch } from '../naloxone/stored-kit.ts'

/** An instant as PostgreSQL writes it into JSON: ISO 8601 with an offset. */
type StoredInstant = string

/** One person on the releases board, with everything that the domain needs to say how the release stands. */
export type BoardRow = {
  personId: string
  episodeId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  interpreterNeeded: boolean | null
  demo: boolean
  /** The number that this prison gave. */
  number: string | null
  version: number
  /** What is open to the reader: what stands in no category of these is not there at all. */
  categories: Category[]
  legalStatus: LegalStatus
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  certainty: Certainty
  releasedAt: StoredInstant | null
  releaseKind: ReleaseKind | null
  /** The earliest moment at which a service outside had the person before it. */
  seenOutsideAt: StoredInstant | null
  /** False while the worker is still making the plan. */
  hasPlan: boolean
  items: {
    area: Area
    code: ItemCode
    status: ItemStatus
    critical: boolean
    blockedBy: string[]
    dueOffsetMinutes: number | null
    dueAt: StoredInstant | null
  }[]
  facts: { code: FactCode; state: FactState; value: string | null }[]
  partnerWish: PartnerWish
  /** Every kit, the one recorded last first. */
  kits: StoredKitToWatch[]
  handoffs: { area: Area; status: HandoffStatus; isSuperseded: boolean }[]
  treatments: {
    id: string
    medicine: Medicine
    rhythm: Rhythm
    rhythmWeekdays: Weekday[]
    dosesPerDay: number
    titration: Titration
    startedOn: PlainDate | null
    endedOn: PlainDate | null
    regimeConfirmedOn: PlainDate | null
    dosingServiceId: string | null
    /** Up to when that place waits for the person, by agreement. */
    agreedUntil: ClockTime | null
  }[]
  doses: {
    id: string
    treatmentId: string
    kind: DoseKind
    outcome: DoseOutcome
    forDay: PlainDate
    toDay: PlainDate
    givenAt: StoredInstant | null
    recordedAt: StoredInstant
    serviceId: string
    correctsDoseId: string | null
    parts: number
  }[]
  /** What is arranged for the days outside; null where the treatment is not open to the reader. */
  arranged: ArrangedCover | null
  /** What is agreed against days without cover; null where nothing is, or where treatment is not open to the reader. */
  agreed: AgreedCover | null
  /** The next booked time at which a dose is expected, today's included: an appointment of the area OMT. */
  doseAppointmentAt: StoredInstant | null
  /** Every booked time of that area from yesterday on; `isInside` in a prison, where nobody records hours. */
  doseAppointments: { at: StoredInstant; serviceId: string; timeZone: string; isInside: boolean }[]
}
