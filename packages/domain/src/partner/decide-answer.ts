import type { PlainDate } from '../calendar/plain-date.ts'
import type { Leaving, SaidAnswer } from './partner-codes.ts'
import type { PartnerSide } from './partner-link.ts'

/** What one person said in one private conversation. */
export type SaidAlone = {
  answer: SaidAnswer
  askedOn: PlainDate
  /** Nobody else was in the room, nor on the line. */
  seenAlone: boolean
  /** The person wants no joint work, whatever else they answered. */
  isBlocked: boolean
  /** How they leave; null when they do not, or have left before and choose nothing new. */
  leaving: Leaving | null
}

export type AnswerRefusal =
  | 'partner.not-seen-alone'
  | 'partner.in-the-future'
  | 'partner.before-the-last'
  | 'partner.nothing-to-withdraw'
  | 'partner.withdraw-instead'
  | 'partner.leaving-not-chosen'
  | 'partner.not-leaving'

export type AnswerDecision = { ok: true; side: PartnerSide } | { ok: false; refusal: AnswerRefusal }

/**
 * How does this side stand after what the person said? The other side is not asked about: a yes is taken, a withdrawal is taken and a
 * block is taken, whoever the partner is and however they stand (domain research N13, H11, X2).
 *
 * Refused when nobody else being there is not stated; for a day ahead or before the last conversation; for taking back what was not
 * said; and when somebody who took part stops without having chosen how.
 */
export function decideAnswer(now: PartnerSide, said: SaidAlone, today: PlainDate): AnswerDecision {
  if (!said.seenAlone) return no('partner.not-seen-alone')
  if (said.askedOn > today) return no('partner.in-the-future')
  if (now.askedOn !== null && said.askedOn < now.askedOn) return no('partner.before-the-last')
  if (said.answer === 'withdrawn' && now.answer !== 'yes' && now.answer !== 'withdrawn')
    return no('partner.nothing-to-withdraw')
  if (said.answer === 'no' && now.answer === 'yes') return no('partner.withdraw-instead')

  const takesPart = said.answer === 'yes' && !said.isBlocked
  const tookPart = now.answer === 'yes' && !now.isBlocked
  const hasLeft = now.leaving !== null
  if (takesPart && said.leaving !== null) return no('partner.not-leaving')
  if (!takesPart && !tookPart && !hasLeft && said.leaving !== null) return no('partner.not-leaving')
  if (!takesPart && tookPart && said.leaving === null) return no('partner.leaving-not-chosen')
  return {
    ok: true,
    side: {
      answer: said.answer,
      askedOn: said.askedOn,
      yesOn: said.answer === 'yes' ? said.askedOn : now.yesOn,
      isBlocked: said.isBlocked,
      leaving: takesPart ? null : (said.leaving ?? now.leaving),
    },
  }
}

function no(refusal: AnswerRefusal): AnswerDecision {
  return { ok: false, refusal }
}
