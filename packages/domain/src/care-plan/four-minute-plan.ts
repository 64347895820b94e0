import type { RecordedFact } from './derive-rule-facts.ts'
import { type FactCode, NINE_FACT_CODES, type NineFactCode } from './fact-codes.ts'

export type FourMinutePlan = {
  known: number
  notKnown: number
  askedLater: number
  /** Nobody has touched the question yet. */
  notAsked: number
  of: number
  /** The first question without any answer; null when each has one. */
  next: NineFactCode | null
}

/**
 * How complete is the four-minute plan? It is a valid plan at any point: nothing here is ever an error, and "not
 * known" is an answer. `known + notKnown + askedLater + notAsked` is always `of`.
 */
export function fourMinutePlan(facts: Readonly<Partial<Record<FactCode, RecordedFact>>>): FourMinutePlan {
  const states = NINE_FACT_CODES.map((code) => ({ code, state: facts[code]?.state ?? null }))
  const count = (state: RecordedFact['state'] | null) => states.filter((each) => each.state === state).length
  return {
    known: count('known'),
    notKnown: count('not-known'),
    askedLater: count('asked-later'),
    notAsked: count(null),
    of: NINE_FACT_CODES.length,
    next: states.find((each) => each.state === null)?.code ?? null,
  }
}
