import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { DataRequestAnswer, DataRequestKind, DataRequestState } from './data-request-codes.ts'

/** By when a request is answered: one month, counted as 28 days because no month is shorter (rule RIGHT-1). */
export const ANSWERED_WITHIN_DAYS = 28

/** The last day on which a request of this day is answered in time. */
export function answerDue(askedOn: PlainDate): PlainDate {
  return addDays(askedOn, ANSWERED_WITHIN_DAYS)
}

/**
 * Where a request stands after this answer; null when it cannot be given from here. A restriction that is granted stands until it is
 * ended; everything else is over with its answer.
 */
export function stateAfterAnswer(
  kind: DataRequestKind,
  state: DataRequestState,
  answer: DataRequestAnswer,
): DataRequestState | null {
  if (state === 'standing') return answer === 'end' ? 'ended' : null
  if (state !== 'open' || answer === 'end') return null
  if (answer === 'done') return kind === 'restriction' ? 'standing' : 'answered'
  return answer === 'refuse' ? 'refused' : 'taken-back'
}

/** For what a record is used. Whether a restriction stops it: {@link mayUseRestricted}. */
export const USES = [
  'care',
  'emergency',
  'storage',
  'legal-claim',
  'letter',
  'sharing-by-consent',
  'joint-work',
  'export',
] as const
export type Use = (typeof USES)[number]

const GOES_ON: readonly Use[] = ['care', 'emergency', 'storage', 'legal-claim']

/**
 * May a record be used for this while the person has its use restricted (rule RIGHT-2)? Care that is going on goes on: doses, handoffs on
 * care basis, calls in an emergency; the law lets vital interests and the person's protection stand, and a restriction never costs a dose. New uses stop: letters to
 * others, sharing that rests on consent, joint work with a partner, exports to anybody but the person.
 */
export function mayUseRestricted(use: Use): boolean {
  return GOES_ON.includes(use)
}
