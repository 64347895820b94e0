import type { AwayState, AwayTogether } from './record-treatment-away-input.ts'

/** What a referral still lacks, in the order in which it is asked. */
export const AWAY_MISSING = ['admission-day', 'after-home', 'after-activity'] as const
export type AwayMissing = (typeof AWAY_MISSING)[number]

/** A referral as far as its readiness asks. */
export type AwayToAsk = {
  state: AwayState
  together: AwayTogether
  admissionOn: string | null
  afterHome: string | null
  afterActivity: string | null
}

/**
 * What does a referral to residential treatment lack before it is ready (rule CIR-4)? A day on which it takes the person in, a
 * home afterwards, and something to do afterwards: who is put back on the street has been away for nothing.
 *
 * Whether two people go together changes nothing in what is asked: parting them is never a way to become ready. A referral
 * that is over, or that was not taken, lacks nothing.
 */
export function awayMissing({ state, admissionOn, afterHome, afterActivity }: AwayToAsk): AwayMissing[] {
  if (state === 'finished' || state === 'not-taken') return []
  const missing: [AwayMissing, boolean][] = [
    ['admission-day', admissionOn === null && state !== 'admitted'],
    ['after-home', afterHome === null],
    ['after-activity', afterActivity === null],
  ]
  return missing.flatMap(([what, isMissing]) => (isMissing ? [what] : []))
}
