import type { PlainDate } from '../calendar/plain-date.ts'
import type { RuleSetRules } from './rule-set-body.ts'
import type { RuleSetKind, RuleSetMark } from './rule-set-codes.ts'

/** Where a set holds. Both null: everywhere. */
export type RuleSetScope = { country: string | null; serviceId: string | null }

/** One version of a set of rules, shipped with the product or entered here. What made an alert stays named by id and version. */
export type RuleSet = RuleSetRules & {
  /** The same for every version of a set: the kind and where it holds. */
  id: string
  version: number
  scope: RuleSetScope
  /** The local protocol's own words. Null for what is shipped: its words are in packages/i18n. */
  ownWords: string | null
  source: string
  /** The source's own edition. Null: it has none. */
  edition: string | null
  mark: RuleSetMark
  /** Who approved it here. Null: not yet confirmed by a clinician here. */
  approver: string | null
  reviewBy: PlainDate
}

export type RuleSetOf<Kind extends RuleSetKind> = Extract<RuleSet, { kind: Kind }>

/** An approved version of a place, and from when until when it holds. Null: it still does. */
export type LocalRuleSet = { rules: RuleSet; holdsFrom: Date; holdsUntil: Date | null }

/** The id of the sets that somebody here enters for a country or a service. */
export function localRuleSetId(kind: RuleSetKind, { country, serviceId }: RuleSetScope): string {
  return `${kind}@${serviceId ?? country}`
}
