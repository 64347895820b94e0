import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { Country } from '../custody-episode/countries.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { RuleSetRules } from './rule-set-body.ts'
import { RULE_SET_KINDS } from './rule-set-codes.ts'

/** Where a proposal is to hold: a country or a single service, never both. What holds everywhere is shipped. */
const Scope = inputOf({
  country: Country.nullable(),
  serviceId: idOf('rule-set.serviceId').nullable(),
}).refine(({ country, serviceId }) => (country === null) !== (serviceId === null), {
  error: 'rule-set.scope.one-of-both',
  path: ['country'],
})

/** A new version of a set of rules, with the local protocol's own words. It holds once somebody else has approved it. */
export const ProposeRuleSetInput = inputOf({
  requestId: RequestId,
  /** The newest version of this kind for this scope on the screen; 0 when there was none. */
  seenVersion: SeenVersion,
  scope: Scope,
  rules: RuleSetRules,
  ownWords: filledText('rule-set.ownWords', 4000),
  source: filledText('rule-set.source', 500),
  edition: filledText('rule-set.edition', 120).nullable(),
  reviewBy: PlainDate,
})
export type ProposeRuleSetInput = z.infer<typeof ProposeRuleSetInput>

/** Somebody else's yes. */
export const ApproveRuleSetInput = inputOf({
  ruleSetVersionId: idOf('rule-set.ruleSetVersionId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
})
export type ApproveRuleSetInput = z.infer<typeof ApproveRuleSetInput>

/** Takes a proposal back, or an approved version out of force. */
export const WithdrawRuleSetInput = inputOf({
  ruleSetVersionId: idOf('rule-set.ruleSetVersionId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  reason: filledText('rule-set.reason', 500),
})
export type WithdrawRuleSetInput = z.infer<typeof WithdrawRuleSetInput>

/** The versions of one kind for one country or service, and two of them side by side. */
export const RuleSetsOfKindInput = inputOf({
  kind: z.enum(RULE_SET_KINDS, { error: 'rule-set.kind.unknown' }),
  scope: Scope,
  /** The version on the left. Null: what is in force. */
  leftId: idOf('rule-set.ruleSetVersionId').nullable(),
  /** The version on the right. Null: the newest one. */
  rightId: idOf('rule-set.ruleSetVersionId').nullable(),
})
export type RuleSetsOfKindInput = z.infer<typeof RuleSetsOfKindInput>
