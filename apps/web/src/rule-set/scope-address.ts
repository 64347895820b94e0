import type { RuleSetScope } from '@throughcare/domain/rule-set/rule-set'
import { RULE_SET_KINDS, type RuleSetKind } from '@throughcare/domain/rule-set/rule-set-codes'
import { notFound } from 'next/navigation'
import { idOrNotFound } from '../handoff/id-or-not-found.ts'

/** The kind in an address; what is none leads to the page of what is not there. */
export function kindOrNotFound(text: string): RuleSetKind {
  return RULE_SET_KINDS.find((kind) => kind === text) ?? notFound()
}

/** A country's code or a service's id, as it stands in an address. */
export function scopeOrNotFound(text: string): RuleSetScope {
  return /^[A-Z]{2}$/.test(text) ? { country: text, serviceId: null } : { country: null, serviceId: idOrNotFound(text) }
}

/** The scope as it stands in an address. */
export function scopeInAddress({ country, serviceId }: RuleSetScope): string {
  return serviceId ?? country ?? ''
}
