import type { Category } from '../access/access-codes.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Area } from '../checklist/areas.ts'
import type { ItemStatus } from '../checklist/item-statuses.ts'
import type { DoseKind, Medicine } from '../medication/medication-codes.ts'
import type { KitHolder, KitState } from '../naloxone/kit-codes.ts'
import type { FirstNight } from '../outcome/outcome-codes.ts'
import type { Sex } from '../person/sexes.ts'
import type { LegalStatus, ReleaseKind } from '../release/release-codes.ts'
import type { ServiceKind } from '../service/service-kinds.ts'

/** An instant as JSON has it. */
export type Instant = string

/** One handoff that was sent, whatever became of it. */
export type RecordedLink = {
  area: Area
  sentAt: Instant
  /** When somebody there first had it, whatever came of it. */
  acknowledgedAt: Instant | null
  /** Opened to a fallback service by a time-out. */
  isFallback: boolean
  isRevoked: boolean
  /** Turned away or taken back because the person did not want it. */
  isDeclined: boolean
  to: string
  toKind: ServiceKind
  carries: Category[]
  /** What its receiver reads of the case: what was carried; that it stayed silent, and no more; or nothing, having turned it away. */
  reads: 'carried' | 'silence' | 'nothing'
  /** The regions in whose areas the receiver works. */
  regions: string[]
}

/** Everything that is recorded of one release and counts in a figure, before anybody's scope. Rows, never names. */
export type ReleaseRecord = {
  episodeId: string
  personId: string
  prisonId: string
  timeZone: string
  country: string
  areaId: string
  /** The regions of the prison. */
  regions: string[]
  isRestricted: boolean
  releasedAt: Instant
  releasedOn: PlainDate
  releaseKind: ReleaseKind
  legalStatus: LegalStatus
  sex: Sex
  dateOfBirth: PlainDate | null
  language: string | null
  diedAt: Instant | null
  /** Said of this case. */
  backAt: Instant | null
  arrivedAt: Instant | null
  firstNight: FirstNight | null
  reachedAt: Instant | null
  /** Later stays of the same person, with the services that have or had a part in them. */
  again: { at: Instant; services: string[] }[]
  isTreatmentRecorded: boolean
  /** A treatment holds on the day of release. */
  isInForce: boolean
  medicine: Medicine | null
  dosesOutside: [way: DoseKind, givenAt: Instant | null, firstDay: PlainDate][]
  coverAtRelease: { to: PlainDate; way: 'supervised' | 'take-home' | 'rhythm' | 'depot'; timeZone: string } | null
  coverAfter: [from: PlainDate, to: PlainDate][]
  kits: {
    state: KitState
    handedAt: Instant | null
    expiresOn: PlainDate | null
    holder: KitHolder
    goneAt: Instant | null
  }[]
  links: RecordedLink[]
  answers: Partial<Record<'dose' | 'opioid-need', { value: string; category: Category }>>
  treatmentStartedAt: Instant | null
  hasDeclined: boolean
  claim: { status: ItemStatus; at: Instant | null } | null
  isPlanned: boolean
  wasReady: boolean | null
  hadWholePack: boolean | null
  ownWords: 'strategy' | 'chose-not-to' | 'other' | null
  hasSupporter: boolean
  supplies: { id: string; version: number; state: string; countedOn: PlainDate | null; supplyDays: number | null }[]
  couple: { startsOn: PlainDate | null; otherStartsOn: PlainDate | null } | null
  /** A barrier that stands, or stood, says that a programme takes no couples. */
  isCoupleRefused: boolean
}
