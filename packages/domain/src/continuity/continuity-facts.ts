import type { PlainDate } from '../calendar/plain-date.ts'
import type { Zone } from '../calendar/zone.ts'
import type { NaloxoneInHand } from '../naloxone/naloxone-in-hand.ts'
import type { FirstNight } from '../outcome/outcome-codes.ts'
import type { ReleaseKind } from '../release/release-codes.ts'

/** A handoff with all its resends: it counts once. */
export type HandoffChain = {
  /** When the first of the chain was sent. Null: still a draft. */
  sentAt: Date | null
  /** The first acknowledgement in the chain, by whoever was accountable. */
  acknowledgedAt: Date | null
  acknowledgedBy: 'receiver' | 'fallback' | null
  /** Taken back by the sender, and not sent again. */
  isRevoked: boolean
}

/** What the figures read about one release. Null is "not known" everywhere, and never "no". */
export type ContinuityFacts = {
  releasedAt: Date
  releaseKind: ReleaseKind
  /** The prison's zone: its calendar gives the day of release. */
  zone: Zone
  diedAt: Date | null
  backInCustodyAt: Date | null
  isOnTreatment: boolean | null
  /** Doses given or issued outside. `givenAt` null: the time is not known. */
  dosesOutside: readonly { givenAt: Date | null; way: 'supervised' | 'take-home' | 'depot' }[]
  /** How far what was given inside lasts, from the gate on without a hole. */
  coverAtRelease: { lastsUntil: Date; way: 'supervised' | 'take-home' | 'depot' | 'by-schedule' } | null
  hasTreatmentNeed: boolean | null
  isHandedOff: boolean
  treatmentStartedOn: PlainDate | null
  hasDeclinedTreatment: boolean
  hasOpioidNeed: boolean | null
  naloxone: NaloxoneInHand['kind']
  handoffs: readonly HandoffChain[]
  firstNight: FirstNight | null
}
