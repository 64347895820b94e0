import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { StaleReason } from '@throughcare/domain/cover-plan/cover-plan-codes'
import type { BoardCause } from '@throughcare/domain/gap/gap-board-input'
import type { DayCause, GapBoardPart } from '@throughcare/domain/gap/gap-of-case'
import type { Unsaid } from '@throughcare/domain/medication/rests-on-unknown'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'

/** A place as the board names it. */
export type GapPlace = { id: string; name: string; phone: string | null }

/** People who share a cause. `place` and `day` are null where the cause is about none. */
export type StoredGapGroup = {
  cause: BoardCause
  place: GapPlace | null
  day: PlainDate | null
  holiday: string | null
  /** Why the place is closed, as it was recorded. */
  reason: string | null
  /** Persons of the group: the list that its count opens. */
  persons: number
}

/** One person on the gap board. Days are the dosing point's. */
export type StoredGapPerson = {
  personId: string
  episodeId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  demo: boolean
  legalStatus: LegalStatus
  releaseDate: PlainDate | null
  certainty: Certainty
  /** Null while inside as far as anybody recorded. ISO 8601 in UTC. */
  releasedAt: string | null
  cause: BoardCause
  place: GapPlace | null
  causeDay: PlainDate | null
  holiday: string | null
  reason: string | null
  /** Every cause of the coming days without cover, the one that is counted first. Empty while nobody worked it out. */
  causes: DayCause[]
  /** The name of the dosing point; null while none is chosen. */
  dosingPlace: string | null
  from: PlainDate | null
  to: PlainDate | null
  days: number | null
  /** ISO 8601 in UTC; null when nobody has worked it out yet. */
  workedOutAt: string | null
  /** False: something has moved since, or the day has turned. */
  isFresh: boolean
  /** Coming days that an appointment alone covers; null when there are none. */
  rests: StoredRests | null
  /** A cover plan is agreed against the gap, and stands or needs another look; null when none is. */
  plan: 'stands' | 'stale' | null
}

/** Days that an appointment alone covers, and what nobody said about them. */
export type StoredRests = { from: PlainDate; to: PlainDate; unsaid: Unsaid }

/** Somebody without a gap, of whose coming days some rest on an appointment alone. */
export type StoredRestingPerson = Pick<
  StoredGapPerson,
  'personId' | 'episodeId' | 'familyName' | 'givenNames' | 'dateOfBirth'
> & { rests: StoredRests }

/** A cover plan that stood on a fact that has moved since: told to whoever decided it, and to the service. */
export type StoredStalePlan = Pick<
  StoredGapPerson,
  'personId' | 'episodeId' | 'familyName' | 'givenNames' | 'dateOfBirth'
> & {
  because: StaleReason
  /** When it was found. ISO 8601 in UTC. */
  at: string
  decidedBy: string | null
  /** Whoever reads this decided it. */
  isOwn: boolean
}

export type StoredGapBoard = {
  counts: Record<GapBoardPart, number>
  /** Persons in reach whose row holds no more: they may be missing, or shown as they stood. */
  outOfDate: number
  groups: StoredGapGroup[]
  /** Persons of the part, or of the group that was asked for. */
  total: number
  persons: StoredGapPerson[]
  /** Persons of the part without a gap of whose coming days some rest on an appointment alone: how many, and those of a page. */
  /** Cover plans of persons in reach that need another look, the reader's own first: how many, and those of a page. */
  stalePlansTotal: number
  stalePlans: StoredStalePlan[]
  restingTotal: number
  resting: StoredRestingPerson[]
}
