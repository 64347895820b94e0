import type { PlainDate } from '../calendar/plain-date.ts'
import type { PlanEnd, StaleReason, WayCode } from './cover-plan-codes.ts'
import type { GapAfterRelease } from './gap-after-release.ts'

/** The facts on which a cover plan stands, as they were when it was decided, or as they are. */
export type PlanBasis = {
  /** The day on which the person went out, or else the date on record; null when neither is. */
  releaseOn: PlainDate | null
  treatmentId: string | null
  /** Null: no dosing point is chosen. */
  dosingServiceId: string | null
  /** Prescriptions that hold doses; a cancelled one holds none. */
  prescriptionIds: readonly string[]
}

/** A living plan, as far as it depends on facts. */
export type PlanToFollow = {
  way: WayCode
  gapFrom: PlainDate
  gapTo: PlainDate
  /** Null: it was decided before they were kept. */
  basis: PlanBasis | null
  /** Said already: it is told once and stands until somebody looks. */
  staleBecause: StaleReason | null
}

export type PlanStanding =
  | { kind: 'stands' }
  | { kind: 'ends'; because: Extract<PlanEnd, 'gap-closed' | 'no-treatment'> }
  | { kind: 'stale'; because: StaleReason }

/** What holds now of the case that the plan is about. */
export type PlanNow = {
  gap: GapAfterRelease
  basis: PlanBasis
  /** A coming day of the way on which the place that was to dose is shut, or its hours are not known; null when there is none. */
  shutOn: PlainDate | null
}

const STANDS: PlanStanding = { kind: 'stands' }

/**
 * Does a cover plan still stand, now that a fact may have moved (rule DOSE-30)?
 *
 * It ends by itself when no day without cover is left, or nothing is prescribed any more. It is stale when the release, the
 * treatment or the dosing point is another one, a prescription that it counted on was withdrawn, a place that was to dose is
 * shut on a day of it, or the days without cover are others than those it was agreed for. The first of these is told. Days that
 * pass, and days of the gap that are covered meanwhile, change nothing. Where nobody can tell, it stands as it was.
 */
export function planStanding(plan: PlanToFollow, { gap, basis, shutOn }: PlanNow): PlanStanding {
  if (gap === 'not-known') return STANDS
  if (gap === 'not-prescribed') return { kind: 'ends', because: 'no-treatment' }
  if (gap === null) return { kind: 'ends', because: 'gap-closed' }
  if (plan.staleBecause !== null) return STANDS
  const moved = plan.basis === null ? null : movedFact(plan.basis, basis)
  if (moved !== null) return { kind: 'stale', because: moved }
  if (shutOn !== null) return { kind: 'stale', because: 'place-shut' }
  const isWithin = plan.gapFrom <= gap.from && gap.to <= plan.gapTo
  return isWithin ? STANDS : { kind: 'stale', because: 'gap-changed' }
}

function movedFact(then: PlanBasis, now: PlanBasis): StaleReason | null {
  if (then.releaseOn !== now.releaseOn) return 'release-moved'
  if (then.treatmentId !== now.treatmentId) return 'treatment-changed'
  if (then.dosingServiceId !== now.dosingServiceId) return 'place-changed'
  const isHeld = (id: string) => now.prescriptionIds.includes(id)
  return then.prescriptionIds.every(isHeld) ? null : 'prescription-withdrawn'
}
