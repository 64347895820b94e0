import type { Category } from '../access/access-codes.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Zone } from '../calendar/zone.ts'
import type { Area } from '../checklist/areas.ts'
import type { Medicine } from '../medication/medication-codes.ts'
import type { NaloxoneInHand } from '../naloxone/naloxone-in-hand.ts'
import type { FirstNight } from '../outcome/outcome-codes.ts'
import type { Sex } from '../person/sexes.ts'
import type { LegalStatus, ReleaseKind } from '../release/release-codes.ts'

/** A handoff with all its resends: it counts once. */
export type HandoffChain = {
  area: Area
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

  /** The data categories that are open to the scope that counts: marks of others are not kept. */
  open: readonly Category[]
  /** The day of release in the prison's calendar. */
  releasedOn: PlainDate
  legalStatus: LegalStatus
  /** The country and the area of the prison. */
  country: string
  areaId: string
  sex: Sex
  /** In whole years on the day of release. */
  ageAtRelease: number | null
  /** The first of the person's languages, as stored. */
  language: string | null
  /** Of the treatment in force on the day of release. */
  medicine: Medicine | null
  /** Whether a plan had been made by the time of release. */
  isPlanned: boolean
  /** Whether the plan was ready when the release was recorded (rule FIG-12). Null: recorded before anybody asked. */
  wasReady: boolean | null
  /** The first time that a community service reached the person after the gate. */
  firstContactAt: Date | null
  /** When the person came to a service that was asked for. */
  arrivedAt: Date | null
  /** Which of the first 21 days, the day of release first, recorded doses cover. Days are the dosing point's. */
  coveredDays: readonly { from: PlainDate; to: PlainDate }[]
  /** Somebody whom the person wants to be rung stands by. */
  hasSupporter: boolean
  /** What became of the kit for whoever stands by: when it was first put into a hand. */
  supporterKit: { handedAt: Date } | 'declined' | null
  /** The item of the plan that asks for money to be claimed. Null: the plan does not ask for it. */
  claim: { state: 'done' | 'open' | 'declined' | 'not-needed'; at: Date | null } | null
  /** Whether the minimum pack was whole when the release was recorded. Null: nobody could say. */
  hadWholePack: boolean | null
  ownWords: 'strategy' | 'chose-not-to' | 'other' | null
  /** Of each medicine against HIV or hepatitis C that was under way: days without, from the end of what was in hand to the next supply. */
  supplyGaps: readonly (number | null)[]
  /** What the link with a partner shows of both first days of treatment. Null: none is shown. */
  couple: { startsOn: PlainDate | null; otherStartsOn: PlainDate | null } | null
  /** Whether a programme turned the person away because it takes no couples. Null: not counted in this scope. */
  isCoupleRefused: boolean | null
}
