import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { RULE_SET_BODIES } from './rule-set-body.ts'
import { ruleSetFor } from './rule-set-for.ts'
import { COUNTRIES_WITH_ROUTING, COUNTRIES_WITH_SUPPLY_WORDS, SHIPPED_RULE_SETS } from './shipped-rule-sets.ts'

const AT = new Date('2026-03-26T09:00:00Z')

describe('the rules that the product brings along', () => {
  it.each([
    ['routing-by-days', 'GB', 'routing-by-days', 'GB'],
    ['routing-by-days', 'AU', 'routing-by-days', 'AU'],
    // No number of another country stands in for the one that is missing.
    ['routing-by-days', 'DE', 'routing-no-confirmed-limit', null],
    ['routing-by-days', 'NO', 'routing-no-confirmed-limit', null],
    ['depot-windows', 'GB', 'depot-windows', null],
    ['depot-windows', 'PT', 'depot-windows', null],
    ['supply-limits', 'GB', 'supply-limits-gb', 'GB'],
    ['supply-limits', 'DE', 'supply-limits-de', 'DE'],
    ['supply-limits', 'SE', 'supply-limits', null],
    ['handoff-deadlines', 'FR', 'handoff-deadlines', null],
  ] as const)('%s in %s: %s, of %s', (kind, country, id, scope) => {
    const found = ruleSetFor(kind, { serviceId: null, country }, AT, [])
    expect([found.id, found.scope.country, found.scope.serviceId]).toEqual([id, scope, null])
  })

  it('rings the prescriber from the first day where no limit is sourced (ROUTE-7)', () => {
    const { body, mark, source } = ruleSetFor('routing-by-days', { serviceId: null, country: 'PT' }, AT, [])
    expect(body).toEqual({ bands: [{ fromDays: 1, appliesTo: 'everyone', state: 'ring-prescriber' }] })
    expect(mark).toBe('ours')
    expect(source).toContain('ring the prescriber before any dose')
  })

  it.each(SHIPPED_RULE_SETS.map((each) => [`${each.id} ${each.scope.country ?? 'everywhere'}`, each] as const))(
    '%s says where it stands, whether somebody confirmed it and when it is looked at again',
    (_which, { kind, body, version, source, mark, reviewBy, approver, ownWords, edition, scope }) => {
      expect(RULE_SET_BODIES[kind].safeParse(body).error?.issues ?? []).toEqual([])
      expect(version).toBe(1)
      expect(source.length).toBeGreaterThan(10)
      expect(['S', 'S2', 'K', 'ours']).toContain(mark)
      expect(reviewBy >= getPlainDate('2027-01-01')).toBe(true)
      expect([approver, ownWords, edition, scope.serviceId]).toEqual([null, null, null, null])
    },
  )

  it('has one rule that holds everywhere for each kind, and one of each kind for a country at most', () => {
    const everywhere = SHIPPED_RULE_SETS.filter(({ scope }) => scope.country === null).map(({ kind }) => kind)
    expect(everywhere.toSorted()).toEqual(['depot-windows', 'handoff-deadlines', 'routing-by-days', 'supply-limits'])
    const countries = (kind: string) =>
      SHIPPED_RULE_SETS.filter((each) => each.kind === kind && each.scope.country !== null).map(
        ({ scope }) => scope.country,
      )
    expect(countries('routing-by-days')).toEqual([...COUNTRIES_WITH_ROUTING])
    expect(countries('supply-limits')).toEqual([...COUNTRIES_WITH_SUPPLY_WORDS])
    expect(COUNTRIES_WITH_SUPPLY_WORDS.toSorted()).toEqual(['BE', 'DE', 'FR', 'GB', 'NO', 'PT'])
  })

  it('tells how much lasts in words and in nothing that is computed with', () => {
    for (const { kind, body } of SHIPPED_RULE_SETS) if (kind === 'supply-limits') expect(body).toEqual({})
  })
})
