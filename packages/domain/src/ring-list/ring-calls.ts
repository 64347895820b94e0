import type { ContactOutcome } from '../contact/contact-codes.ts'
import type { RoutingState } from '../medication/routing.ts'
import { mayLeaveMessage, type SafeChannel } from '../person/contact-safety.ts'

/**
 * What a call is about, the most urgent first where two are due at once.
 *
 * dose: an alert about doses says that somebody has to be rung · acknowledge: a handoff of ours is overdue, or its clock says ring ·
 * person: out for less than 48 hours, and nobody has reached them.
 */
export const RING_ABOUT = ['dose', 'acknowledge', 'person'] as const
export type RingAbout = (typeof RING_ABOUT)[number]

/** What came of a call. `nothing-said`: somebody else or a machine answered, and nothing was safe to leave. */
export const RING_OUTCOMES = ['spoke', 'no-answer', 'nothing-said'] as const
export type RingOutcome = (typeof RING_OUTCOMES)[number]

/** A call to the person is a contact of the record. */
export const CONTACT_OF_RING = {
  spoke: 'reached',
  'no-answer': 'no-answer',
  'nothing-said': 'nothing-said',
} as const satisfies Record<RingOutcome, ContactOutcome>

/** After a call that changed nothing the same one comes again after so long. Our default, not a guideline. Rule ARR-3. */
export const RING_AGAIN_MINUTES = 60

/** Whom an alert about doses says to ring first: the place that doses, or whoever prescribes. Rule ROUTE-12. */
export function ringForDose(state: RoutingState): 'dosing-point' | 'prescriber' | null {
  if (state === 'no-gap' || state === 'watch') return null
  return state === 'check-in' ? 'dosing-point' : 'prescriber'
}

/** As much of a call as decides its place in the list. */
export type CallInOrder = {
  about: RingAbout
  subjectId: string
  /** Since when it waits: the deadline, the alert, the gate. */
  since: Date
  /** The last call about it; null while nobody rang. */
  lastCallAt: Date | null
}

/** May it be rung now, or was somebody just rung about it? */
export function isDueAgain({ lastCallAt }: Pick<CallInOrder, 'lastCallAt'>, now: Date): boolean {
  return lastCallAt === null || now.getTime() - lastCallAt.getTime() >= RING_AGAIN_MINUTES * 60_000
}

/** The calls that are due, in the order in which they are made: doses, then answers that are owed, then people; the longest first. */
export function callsInOrder<Call extends CallInOrder>(calls: readonly Call[], now: Date): Call[] {
  return calls
    .filter((call) => isDueAgain(call, now))
    .toSorted(
      (one, other) =>
        RING_ABOUT.indexOf(one.about) - RING_ABOUT.indexOf(other.about) ||
        one.since.getTime() - other.since.getTime() ||
        one.subjectId.localeCompare(other.subjectId),
    )
}

/** How the person wants to be reached. Null anywhere: not asked. */
export type CallSafety = {
  channel: SafeChannel | null
  hours: string | null
  wording: string | null
  voicemail: boolean | null
}

/**
 * What may be said on the telephone, in two lines.
 *
 * opening: `own-words` is what the person asked us to say · machine: what is left when somebody else or a machine answers; only
 * where the person said so, and never more than their words.
 */
export type CallScript = {
  opening: 'own-words' | 'ask-for-them'
  machine: 'leave-own-words' | 'leave-number' | 'say-nothing'
}

/** May this person be rung at all? Not where they asked for another way; not asked is yes, with nothing left behind. */
export function mayRing(safety: CallSafety | null): boolean {
  return safety === null || safety.channel === null || safety.channel === 'phone'
}

/** The two lines. Nobody asked: ask for them by first name, and leave nothing. */
export function scriptFor(safety: CallSafety | null): CallScript {
  const hasWords = Boolean(safety?.wording)
  const leaves = safety !== null && mayLeaveMessage(safety)
  return {
    opening: hasWords ? 'own-words' : 'ask-for-them',
    machine: leaves ? (hasWords ? 'leave-own-words' : 'leave-number') : 'say-nothing',
  }
}
