import { breakdownsOf, type Group } from './breakdowns.ts'
import { type CountScope, scopesOf } from './count-scopes.ts'
import { factsOfScope } from './facts-of-scope.ts'
import { type Mark, marksOf } from './marks.ts'
import type { ReleaseRecord } from './release-record.ts'

/** How one release counts in one scope. */
export type ReleaseCount = {
  scopeKind: CountScope['kind']
  scopeId: string
  marks: Mark[]
  groups: Group[]
  /** When time alone changes a mark; null: never. */
  changesAt: Date | null
}

/** The group of everybody. */
export const EVERYBODY: Group = { breakdown: 'all', value: 'all' }

/**
 * How does this release count, in every scope, as of now? The one place where the roll-up counts: what is in the totals is the sum
 * of these.
 */
export function countRelease(record: ReleaseRecord, now: Date): ReleaseCount[] {
  // Who was asked for the partner alone is not told of to those who may not know of couples.
  const services = [
    ...new Set(record.links.flatMap(({ reads, to, area }) => (reads === 'nothing' || area === 'partner' ? [] : [to]))),
  ]
  const regions = new Map<string, Omit<ReleaseCount, 'scopeKind' | 'scopeId'>>()
  return scopesOf(record).map((scope) => {
    // All regions know the same, so that they count the same.
    const known = scope.kind === 'region' ? regions.get('any') : undefined
    const counted = known ?? countInScope(record, scope, services, now)
    if (scope.kind === 'region') regions.set('any', counted)
    return { scopeKind: scope.kind, scopeId: scope.id, ...counted }
  })
}

function countInScope(record: ReleaseRecord, scope: CountScope, services: readonly string[], now: Date) {
  const facts = factsOfScope(record, scope)
  const { marks, changesAt } = marksOf(facts, now)
  const groups: Group[] = [
    EVERYBODY,
    ...(scope.kind === 'prison' ? [] : [{ breakdown: 'prison', value: record.prisonId }]),
    ...(scope.kind === 'service' ? [] : services.map((value): Group => ({ breakdown: 'service', value }))),
    ...breakdownsOf(facts),
  ]
  return {
    // What hangs on the partner alone is known to those alone who may know of couples.
    marks: scope.isOfPartner ? marks.map((mark): Mark => ({ ...mark, category: 'partner' })) : marks,
    groups,
    changesAt,
  }
}
