import { CATEGORIES, type Category } from '../access/access-codes.ts'
import type { Area } from '../checklist/areas.ts'
import { carriedTo } from '../service/can-receive.ts'
import { CATEGORIES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'

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
 * What does a handoff of this area to a service of this kind carry? What its row stores in `carries`.
 *
 * @param agreed whether the person agreed that their own words go along: they do with every area but the partner's, to a kind
 *   of service that may read them
 */
export function whatTravels(kind: ServiceKind, area: Area, agreed = { ownWords: false }): WhatTravels {
  const ofKind: readonly Category[] = CATEGORIES_OF_KIND[kind]
  const words: Category[] = agreed.ownWords && area !== 'partner' && ofKind.includes('own-words') ? ['own-words'] : []
  const carried = [...carriedTo(kind, area), ...words]
  return { sentence: WHAT_TRAVELS_SENTENCE, carries: CATEGORIES.filter((category) => carried.includes(category)) }
}
