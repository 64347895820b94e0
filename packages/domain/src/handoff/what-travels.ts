import type { Category } from '../access/access-codes.ts'
import type { Area } from '../checklist/areas.ts'
import { decideSharing, type SharingFacts } from '../consent/decide-sharing.ts'

/**
 * The sentence that stands on every handoff, print and export, as packages/i18n has it: "Carries: …. Other kinds of
 * information are not included, whether or not they exist." It is the same for everybody, so it gives nothing away by
 * what it leaves out; no text anywhere says that something was withheld.
 */
export const WHAT_TRAVELS_SENTENCE = 'handoff.whatTravels.sentence'

/** What the receiver must not do with it (42 CFR Part 2 as a model): stands beside the sentence. */
export const DO_NOT_PASS_ON_SENTENCE = 'handoff.whatTravels.doNotPassOn'

export type WhatTravels = {
  sentence: typeof WHAT_TRAVELS_SENTENCE
  /** Codes for the list in the sentence, in the order of `CATEGORIES`. */
  carries: readonly Category[]
}

/**
 * What does a handoff of this area to this service carry now? What its row stores in `carries`, until what may be shared
 * changes: then the row follows.
 */
export function whatTravels(area: Area, facts: SharingFacts, now: Date): WhatTravels {
  const { travels } = decideSharing(facts, [area], now)
  return { sentence: WHAT_TRAVELS_SENTENCE, carries: travels.map(({ category }) => category) }
}
