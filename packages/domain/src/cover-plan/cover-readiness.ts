import type { PlainDate } from '../calendar/plain-date.ts'
import type { StaleReason, WayCode } from './cover-plan-codes.ts'
import type { NextInjection } from './next-injection.ts'

/** Days without cover in a row, as the forecast tells them; the last day included. */
export type CoverGap = { from: PlainDate; to: PlainDate; days: number }

/** What was agreed against a gap, as far as being ready depends on it. */
export type AgreedCover = {
  way: WayCode
  /** The gap against which it was agreed. */
  gapFrom: PlainDate
  gapTo: PlainDate
  /** Days without cover that the way leaves. */
  remainingGapDays: number
  /** By when it is done. */
  byDay: PlainDate
  /** The day on which a prescriber signed for what remains; null when nobody did. */
  signedOn: PlainDate | null
  /** A fact on which it stood has moved since; null while none has. */
  staleBecause: StaleReason | null
}

export const COVER_READY_REASONS = ['no-gap', 'not-prescribed', 'way-closes-gap', 'signed'] as const
export const COVER_NOT_READY_REASONS = [
  'no-plan',
  'gap-remains',
  'plan-stale',
  'another-gap',
  'overdue',
  'not-known',
  'injection-not-booked',
] as const

/** Does cover keep the plan from "ready"? */
export type CoverReadiness =
  | { kind: 'ready'; because: (typeof COVER_READY_REASONS)[number] }
  | { kind: 'not-ready'; because: (typeof COVER_NOT_READY_REASONS)[number] }

export type CoverReadinessInput = {
  /** The first gap of the forecast; null when there is none; 'not-known' when nobody can forecast. */
  gap: CoverGap | null | 'not-known' | 'not-prescribed'
  /** The living cover plan; null when none stands. */
  plan: AgreedCover | null
  /** Whether somebody on a depot has their next injection booked. */
  injection: NextInjection
  today: PlainDate
}

/**
 * Is the plan ready as far as cover goes (rule DOSE-30)? A gap of one day or more keeps it from "ready" unless a cover plan
 * stands against that very gap: a way with who and by when that leaves no day, or a prescriber's signature for what it leaves.
 *
 * A plan stands only against days that it was agreed for: a gap that has moved or grown beyond them needs another look. An
 * unsigned plan whose day has passed while the gap is still there closes nothing, nor does one that stood on a fact that has
 * moved, signed or not. Unknown is not ready. Whoever is on a depot is
 * ready only with the next injection booked as well (rule DOSE-31); a gap that nothing stands against is told first.
 */
export function coverReadiness(input: CoverReadinessInput): CoverReadiness {
  const readiness = readinessOfGap(input)
  const lacksInjection = input.injection === 'not-booked' && readiness.because !== 'not-prescribed'
  return readiness.kind === 'ready' && lacksInjection
    ? { kind: 'not-ready', because: 'injection-not-booked' }
    : readiness
}

function readinessOfGap({ gap, plan, today }: CoverReadinessInput): CoverReadiness {
  if (gap === 'not-known') return { kind: 'not-ready', because: 'not-known' }
  if (gap === 'not-prescribed') return { kind: 'ready', because: 'not-prescribed' }
  if (gap === null) return { kind: 'ready', because: 'no-gap' }
  if (plan === null) return { kind: 'not-ready', because: 'no-plan' }
  if (plan.staleBecause !== null) return { kind: 'not-ready', because: 'plan-stale' }
  if (gap.from < plan.gapFrom || gap.to > plan.gapTo) return { kind: 'not-ready', because: 'another-gap' }
  if (plan.signedOn !== null) return { kind: 'ready', because: 'signed' }
  if (plan.byDay < today) return { kind: 'not-ready', because: 'overdue' }
  return plan.remainingGapDays === 0
    ? { kind: 'ready', because: 'way-closes-gap' }
    : { kind: 'not-ready', because: 'gap-remains' }
}
