import type { StoredRuleSet } from '@throughcare/db/rule-set/rule-set-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import {
  type LocalRuleSet,
  localRuleSetId,
  type RuleSet,
  type RuleSetScope,
} from '@throughcare/domain/rule-set/rule-set'
import type { RuleSetRules } from '@throughcare/domain/rule-set/rule-set-body'
import type { RuleSetMark, RuleSetReach } from '@throughcare/domain/rule-set/rule-set-codes'
import { reachOf } from '@throughcare/domain/rule-set/rule-set-for'

/** A set of rules as a page tells of it, shipped or of a place. Plain JSON. */
export type RuleSetView = RuleSetRules & {
  id: string
  version: number
  scope: RuleSetScope
  reach: RuleSetReach
  serviceName: string | null
  ownWords: string | null
  source: string
  edition: string | null
  mark: RuleSetMark
  /** Null: not yet confirmed by a clinician here. */
  approver: string | null
  approvedAt: string | null
  reviewBy: PlainDate
  /** The review date has passed: it goes on holding, and the page says so. */
  reviewPassed: boolean
}

/** A set that holds, as a page tells of it. */
export function ruleSetView(rules: RuleSet, today: PlainDate, stored: readonly StoredRuleSet[] = []): RuleSetView {
  const from = stored.find((each) => storedId(each) === rules.id && each.version === rules.version)
  return {
    ...rules,
    reach: reachOf(rules.scope),
    serviceName: from?.serviceName ?? null,
    approvedAt: from?.approvedAt ?? null,
    reviewPassed: rules.reviewBy < today,
  }
}

/** A stored version as the domain reads it. One that nobody approved has no day from which it holds. */
export function ruleSetOf(stored: StoredRuleSet): RuleSet {
  const { kind, body, version, ownWords, source, edition, reviewBy, approvedByName } = stored
  return {
    ...({ kind, body } as RuleSetRules),
    id: storedId(stored),
    version,
    scope: scopeOf(stored),
    ownWords,
    source,
    edition,
    mark: 'local',
    approver: approvedByName,
    reviewBy,
  }
}

/** The stored versions that were ever in force, with when. */
export function localRuleSets(stored: readonly StoredRuleSet[]): LocalRuleSet[] {
  return stored.flatMap((each) => {
    if (each.approvedAt === null) return []
    const until = each.supersededAt ?? each.withdrawnAt
    return {
      rules: ruleSetOf(each),
      holdsFrom: new Date(each.approvedAt),
      holdsUntil: until === null ? null : new Date(until),
    }
  })
}

function storedId(stored: StoredRuleSet): string {
  return localRuleSetId(stored.kind, scopeOf(stored))
}

function scopeOf({ country, serviceId }: StoredRuleSet): RuleSetScope {
  return { country, serviceId }
}
