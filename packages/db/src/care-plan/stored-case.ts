import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus, OwnerSide } from '@throughcare/domain/checklist/item-statuses'
import type { EventAnswer, EventKind, EventUndoReason } from '@throughcare/domain/custody-episode/custody-event-codes'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { DoseKind, Medicine } from '@throughcare/domain/medication/medication-codes'
import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import type { Sex } from '@throughcare/domain/person/sexes'
import type { Certainty, LegalStatus, ReleaseKind } from '@throughcare/domain/release/release-codes'
import type { StoredKit } from '../naloxone/stored-kit.ts'
import type { StoredOwnWords } from '../own-words/own-words-repository.ts'
import type { DateNote } from './plan-writing.ts'
import type { ToldByTables } from './told-sql.ts'

/** An instant as JSON carries it: 2026-03-26T09:00:00.000Z. */
export type StoredInstant = string

/** A case as the reader's service may see it. A list that a category closes is empty, a single thing null. */
export type StoredCase = ToldByTables & {
  part: { relation: Relation; categories: Category[]; writes: Category[] }
  person: {
    id: string
    version: number
    familyName: string
    givenNames: string
    otherNames: string[]
    dateOfBirth: PlainDate | null
    sex: Sex
    languages: string[]
    interpreterNeeded: boolean | null
    demo: boolean
    /** The number under which the prison of the last stay knows the person. */
    number: string | null
  }
  episode: {
    id: string
    version: number
    legalStatus: LegalStatus
    admittedOn: PlainDate
    endedOn: PlainDate | null
    endedBecause: string | null
    releaseCountry: string | null
    releaseArea: string | null
    releaseDate: PlainDate | null
    releaseCertainty: Certainty
    releasedAt: StoredInstant | null
    releaseKind: ReleaseKind | null
  }
  /** The prison of the last stay: days before release are read in its zone. */
  prison: { id: string; name: string; timeZone: string; country: string; region: string }
  /** Null while the plan is being made. */
  plan: {
    id: string
    version: number
    ruleSet: string
    madeAt: StoredInstant
    releaseDateSeen: PlainDate | null
    changeNote: DateNote | null
    /** When it was closed; null while it is open. */
    closedAt: StoredInstant | null
  } | null
  /** The wish to close the plan that counts, and whether it was fulfilled; null when nobody wants to. */
  closing: {
    askedAt: StoredInstant
    askedBy: string | null
    askedById: string
    criticalOpen: number
    reason: string | null
    closedAt: StoredInstant | null
    closedBy: string | null
  } | null
  /** When somebody last brought the plan to newer rules; null: never. */
  renewedAt: StoredInstant | null
  items: StoredItem[]
  facts: StoredFact[]
  /** The version of the person's own words that stands. */
  ownWords: StoredOwnWords | null
  partnerWish: { wish: PartnerWish; version: number; recordedAt: StoredInstant; recordedBy: string | null } | null
  /** Every kit, the one recorded last first. */
  kits: StoredKit[]
  /** Until when somebody must be in contact after a reported overdose; null when nothing is due. */
  overdoseContactDueAt: StoredInstant | null
  /** The first day that is the last one for belongings in store; null when none has a day. */
  belongingsUntil: PlainDate | null
  /** The treatment going on now. */
  treatment: { id: string; medicine: Medicine } | null
  /** The first appointment about the treatment that is booked or was kept. */
  firstAppointment: { place: string; at: StoredInstant; timeZone: string } | null
  /** The earliest moment at which a service outside had the person before it. */
  seenOutsideAt: StoredInstant | null
  /** Whether somebody has said that the person is back inside: the first hours outside count no further. */
  isBackInside: boolean
  /** What was set on items since the plan was made, newest first, thirty at most. */
  changes: StoredChange[]
  /** All of them, the newest of each area first. */
  handoffs: StoredHandoff[]
  /** Newest first. */
  releaseDateChanges: {
    releaseDate: PlainDate | null
    releaseCertainty: Certainty
    changedAt: StoredInstant
    changedBy: string | null
    source: 'typed' | 'release-list'
    reason: string | null
  }[]
  /** The last dose that a service outside recorded before the person came back inside; null for a first time, and where it is not open. */
  lastOutside: {
    episodeId: string
    medicine: Medicine
    kind: DoseKind
    givenAt: StoredInstant | null
    forDay: PlainDate
    toDay: PlainDate
    serviceName: string
    recordedBy: string | null
  } | null
  /** Deaths, deportations and stays in hospital, newest first, with what was said to them. */
  events: StoredCustodyEvent[]
}

export type StoredItem = {
  id: string
  area: Area
  code: string
  ownerSide: OwnerSide
  accountableServiceId: string
  accountableServiceName: string
  /** Set by hand, or the rule's. */
  dueAt: StoredInstant | null
  dueByHand: boolean
  /** The due time before the release date last moved it, and when that was. */
  dueBefore: StoredInstant | null
  dueMovedAt: StoredInstant | null
  dueOffsetMinutes: number | null
  critical: boolean
  blockedBy: string[]
  status: ItemStatus
  reason: string | null
  statusAt: StoredInstant | null
  statusBy: string | null
  /** A recorded fact set the status, and not a person. */
  setByRules: boolean
  version: number
}

export type StoredChange = {
  area: Area
  code: string
  /** Null when the item joined the plan. */
  from: ItemStatus | null
  to: ItemStatus
  reason: string | null
  at: StoredInstant
  by: string | null
  byRules: boolean
}

export type StoredFact = {
  code: FactCode
  state: FactState
  value: string | null
  recordedAt: StoredInstant
  recordedBy: string | null
  version: number
}

export type StoredHandoff = {
  id: string
  area: Area
  kind: HandoffKind
  status: HandoffStatus
  receivingServiceId: string
  receivingServiceName: string
  sendingServiceId: string
  sendingServiceName: string
  accountableServiceId: string
  dueAt: StoredInstant | null
  sentAt: StoredInstant | null
  acknowledgedAt: StoredInstant | null
  acceptedAt: StoredInstant | null
  worker: string | null
  attempt: number
}

/** An event of a case as it was recorded, and what was said to it afterwards, oldest first. */
export type StoredCustodyEvent = {
  id: string
  kind: EventKind
  at: StoredInstant
  recordedAt: StoredInstant
  recordedBy: string | null
  accountId: string
  serviceId: string
  serviceName: string
  answers: {
    answer: EventAnswer
    reason: EventUndoReason | null
    words: string | null
    at: StoredInstant
    by: string | null
    serviceName: string
  }[]
}
