import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type {
  PlanEnd,
  PrescriptionStatus,
  ReachState,
  StaleReason,
  WayCode,
} from '@throughcare/domain/cover-plan/cover-plan-codes'
import type { PlanBasis } from '@throughcare/domain/cover-plan/plan-standing'

/** An instant as JSON carries it: 2026-03-26T09:00:00.000Z. */
type Instant = string

/** A prescription as it stands. The prescriber's words are shown and read by nobody but people. */
export type StoredPrescription = {
  id: string
  from: PlainDate
  to: PlainDate
  collectedAt: { id: string; name: string; phone: string | null }
  collectBy: PlainDate | null
  prescribedText: string
  status: PrescriptionStatus
  recordedAt: Instant
  recordedBy: string | null
  statusAt: Instant | null
  statusBy: string | null
  version: number
}

/** What was last said of take-home doses planned for the gate. `days` is null when none are planned any more. */
export type StoredSupply = {
  version: number
  days: { from: PlainDate; to: PlainDate } | null
  recordedAt: Instant
  recordedBy: string | null
}

/** What was last said of the way to the dosing point. */
export type StoredReach = {
  version: number
  state: ReachState
  fromDay: PlainDate | null
  recordedAt: Instant
  recordedBy: string | null
}

/** What was agreed against days without cover. */
export type StoredCoverPlan = {
  id: string
  way: WayCode
  gapFrom: PlainDate
  gapTo: PlainDate
  remainingGapDays: number
  /** The days on which the way is done. Null: decided before they were kept. */
  wayDays: PlainDate[] | null
  /** The facts on which it stood. Null: decided before they were kept. */
  basis: PlanBasis | null
  /** When a fact on which it stood was found to have moved, and which; null while it stands. */
  staleAt: Instant | null
  staleBecause: StaleReason | null
  byService: { id: string; name: string; phone: string | null }
  byName: string
  byDay: PlainDate
  decidedAt: Instant
  decidedBy: string | null
  /** Whoever reads this decided it. */
  isOwn: boolean
  signedName: string | null
  signedOn: PlainDate | null
  /** Who recorded the signature. */
  signedBy: string | null
  endedAt: Instant | null
  endedBy: string | null
  endedBecause: PlanEnd | null
  version: number
}

/** Everything on record about the cover of the days around a release, but for treatment and doses. */
export type StoredCover = {
  /** By first day; cancelled ones are among them. */
  prescriptions: StoredPrescription[]
  supply: StoredSupply | null
  reach: StoredReach | null
  /** The living plan. */
  plan: StoredCoverPlan | null
  /** Plans that ended, the last first. */
  endedPlans: StoredCoverPlan[]
}

/** What of it decides which days are covered. */
export type ArrangedCover = {
  prescriptions: readonly (Pick<StoredPrescription, 'from' | 'to' | 'collectBy' | 'status'> & {
    collectedAt: { id: string }
  })[]
  supply: Pick<StoredSupply, 'days'> | null
  reach: Pick<StoredReach, 'state' | 'fromDay'> | null
}
