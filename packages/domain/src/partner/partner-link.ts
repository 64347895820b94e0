import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { Leaving, LinkState, PartnerAnswer } from './partner-codes.ts'

/** One side of a link: what one person said alone. Nothing of the other person is in it. */
export type PartnerSide = {
  answer: PartnerAnswer
  /** The day on which the person was last asked alone; null while nobody asked. */
  askedOn: PlainDate | null
  /** The day of the last yes, also when it was taken back since. */
  yesOn: PlainDate | null
  /** No joint work, whatever was answered. Why is not kept. */
  isBlocked: boolean
  /** How this side left; null while it has not. */
  leaving: Leaving | null
}

/** A side that nobody has asked. */
export const NOT_ASKED: PartnerSide = {
  answer: 'not-asked',
  askedOn: null,
  yesOn: null,
  isBlocked: false,
  leaving: null,
}

/** A yes holds so many days and is then asked for again, alone (rule PAR-1). Lapsing is the ordinary way in which a link ends. */
export const ANSWER_LASTS_DAYS = 28

/** The last day on which a yes holds; null where there was none. */
export function lapsesAfter({ yesOn }: Pick<PartnerSide, 'yesOn'>): PlainDate | null {
  return yesOn && addDays(yesOn, ANSWER_LASTS_DAYS)
}

function holds(side: PartnerSide, today: PlainDate): boolean {
  const last = lapsesAfter(side)
  return last !== null && today <= last
}

/** Does this side stand for joint work: yes, nothing against it, and asked recently enough? */
export function isStanding(side: PartnerSide, today: PlainDate): boolean {
  return side.answer === 'yes' && !side.isBlocked && holds(side, today)
}

/** Does joint work go on? Only while both sides stand. */
export function isActive(one: PartnerSide, other: PartnerSide, today: PlainDate): boolean {
  return isStanding(one, today) && isStanding(other, today)
}

/**
 * What an ordinary run tells the one side of the link: active while both stand, and while the other has left and keeps up appearances,
 * for as long as their last yes would have held. Everything else is "not available", as for somebody who was never linked (rule PAR-2).
 */
export function shownTo(one: PartnerSide, other: PartnerSide | null, today: PlainDate): LinkState {
  if (!other || !isStanding(one, today)) return 'not-available'
  const keepsUp = other.leaving === 'keep-appearances' && holds(other, today)
  return isStanding(other, today) || keepsUp ? 'active' : 'not-available'
}
