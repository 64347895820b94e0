import type { CaseForRules } from '../../src/care-plan/derive-rule-facts.ts'
import type { FactCode } from '../../src/care-plan/fact-codes.ts'

/**
 * Items as somebody writes them down by hand, one a line: who does it, when it is due, when it is due for somebody who could
 * leave any day, its code, and `done` where a recorded fact has finished it already.
 *
 *     prison d-56 s7 documents-id        56 days before the release, or 7 days after the plan was made
 *     community h+24 s- benefits-claim   24 hours after the release; no due time while there is no date
 */
export type ItemLines = string

/** A person and exactly the items that the person's plan has. Nothing here is computed from the rules. */
export type DescribedPerson = {
  who: string
  /** What was said on the plan. */
  said: Partial<Record<FactCode, string>>
  /** What is recorded beside it. */
  recorded?: Partial<Omit<CaseForRules, 'facts'>>
  items: readonly ItemLines[]
}

/** People who go to one place, and the hour of UTC at which its gates open (09:00 there, in winter). */
export type DescribedPeople = {
  country: string
  /** The code of the prison's area; empty where areas are not told apart. */
  region: string
  timeZone: string
  gateHour: number
  people: readonly DescribedPerson[]
}

/** The day on which every described person is released, a Tuesday in winter; whoever could leave any day has none. */
export const RELEASED_ON = '2027-02-09'
/** When the plans were made. */
export const MADE_AT = '2026-11-02T10:00:00.000Z'

/** Nothing else is to be asked: has a home, cover, an account and an income, and no use of opioids. */
export const SETTLED = {
  dose: 'not-on-omt',
  'opioid-need': 'no',
  bed: 'own-address',
  'needs-benefit': 'no',
  'has-health-cover': 'yes',
} as const satisfies Partial<Record<FactCode, string>>

/** Has a home and an income is needed: account, cover and identity are there. */
export const CLAIMS = {
  ...SETTLED,
  id: 'has-id',
  'needs-benefit': 'yes',
  'has-bank-account': 'yes',
} as const satisfies Partial<Record<FactCode, string>>

/** Asked, and no partner to be helped. */
export const ASKED = { partnerWish: 'no' } as const satisfies Partial<Omit<CaseForRules, 'facts'>>

/** On remand: could leave any day, and no date is known. */
export const ON_REMAND = {
  ...ASKED,
  legalStatus: 'remand',
  releaseCertainty: 'could-be-any-day',
} as const satisfies Partial<Omit<CaseForRules, 'facts'>>
