import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { routeByDays } from '../medication/routing.ts'
import type { LocalRuleSet, RuleSetOf, RuleSetScope } from './rule-set.ts'
import { localRuleSetId } from './rule-set.ts'
import { ruleSetFor } from './rule-set-for.ts'
import { depotRulesOf, routingRulesOf } from './rules-of-engine.ts'

const HARBOUR = '019a0000-0000-7000-8000-00000000000a'
const MILL_LANE = '019a0000-0000-7000-8000-00000000000b'
const APPROVED = new Date('2026-03-01T09:00:00Z')
const LATER = new Date('2026-03-20T14:00:00Z')

function local(
  scope: Partial<RuleSetScope>,
  version: number,
  holdsFrom: Date = APPROVED,
  holdsUntil: Date | null = null,
): LocalRuleSet {
  const whole = { country: null, serviceId: null, ...scope }
  const rules: RuleSetOf<'routing-by-days'> = {
    kind: 'routing-by-days',
    id: localRuleSetId('routing-by-days', whole),
    version,
    scope: whole,
    body: { bands: [{ fromDays: 2, appliesTo: 'everyone', state: 'ring-prescriber' }] },
    ownWords: 'Ring us.',
    source: 'Local protocol',
    edition: null,
    mark: 'local',
    approver: 'Dr Moss',
    reviewBy: getPlainDate('2026-03-10'),
  }
  return { rules, holdsFrom, holdsUntil }
}

describe('which version holds (rule ROUTE-8)', () => {
  const own = local({ serviceId: HARBOUR }, 1)
  const country = local({ country: 'GB' }, 1)
  const replaced = local({ serviceId: HARBOUR }, 1, APPROVED, LATER)
  const second = local({ serviceId: HARBOUR }, 2, LATER)

  it.each<[string, string | null, string, string, LocalRuleSet[], string]>([
    ['the service’s own first', HARBOUR, 'GB', '2026-03-21T00:00:00Z', [country, own], `routing-by-days@${HARBOUR} 1`],
    ['not that of another', MILL_LANE, 'GB', '2026-03-21T00:00:00Z', [country, own], 'routing-by-days@GB 1'],
    ['the country’s before what is shipped', null, 'GB', '2026-03-21T00:00:00Z', [country], 'routing-by-days@GB 1'],
    ['what is shipped for the country', HARBOUR, 'GB', '2026-03-21T00:00:00Z', [], 'routing-by-days 1'],
    ['no foreign number', HARBOUR, 'NO', '2026-03-21T00:00:00Z', [country], 'routing-no-confirmed-limit 1'],
    ['not before its approval', HARBOUR, 'GB', '2026-03-01T08:59:59Z', [own], 'routing-by-days 1'],
    ['from its approval', HARBOUR, 'GB', '2026-03-01T09:00:00Z', [own], `routing-by-days@${HARBOUR} 1`],
    ['past its review date', HARBOUR, 'GB', '2026-12-01T09:00:00Z', [own], `routing-by-days@${HARBOUR} 1`],
    [
      'until another follows',
      HARBOUR,
      'GB',
      '2026-03-20T13:59:59Z',
      [replaced, second],
      `routing-by-days@${HARBOUR} 1`,
    ],
    ['and then that one', HARBOUR, 'GB', '2026-03-20T14:00:00Z', [replaced, second], `routing-by-days@${HARBOUR} 2`],
    [
      'withdrawn: the wider one again',
      HARBOUR,
      'GB',
      '2026-03-21T00:00:00Z',
      [country, replaced],
      'routing-by-days@GB 1',
    ],
  ])('%s', (_name, serviceId, of, at, stored, expected) => {
    const { id, version } = ruleSetFor('routing-by-days', { serviceId, country: of }, new Date(at), stored)
    expect(`${id} ${version}`).toBe(expected)
  })

  it.each(['GB', 'DE', 'FR', 'NO', 'PT', 'BE', 'XK'])('there is an answer of every kind in %s', (of) => {
    for (const kind of ['routing-by-days', 'depot-windows', 'supply-limits'] as const)
      expect(ruleSetFor(kind, { serviceId: null, country: of }, LATER, []).kind).toBe(kind)
    const supply = ruleSetFor('supply-limits', { serviceId: null, country: of }, LATER, [])
    expect(supply.scope.country).toBe(of === 'XK' ? null : of)
  })
})

describe('what the engine makes of a set', () => {
  const route = (country: string, days: number, titration: 'yes' | 'no', stored: LocalRuleSet[] = []) =>
    routeByDays(
      { kind: 'counted', days, closedDays: 0, unknownDays: 0, lastCoveredOn: getPlainDate('2026-03-01'), today: 'due' },
      titration,
      routingRulesOf(ruleSetFor('routing-by-days', { serviceId: HARBOUR, country }, LATER, stored)),
    )

  it.each([
    ['GB', 1, 'no', [], 'watch', 'ROUTE-2', 'our-default-not-a-guideline'],
    ['GB', 3, 'no', [], 'ring-prescriber', 'ROUTE-4', 'our-default-not-a-guideline'],
    ['NO', 1, 'no', [], 'ring-prescriber', 'ROUTE-7', 'no-confirmed-limit'],
    ['NO', 9, 'yes', [], 'ring-prescriber', 'ROUTE-7', 'no-confirmed-limit'],
    ['GB', 1, 'no', [local({ serviceId: HARBOUR }, 4)], 'no-gap', null, 'local-protocol'],
    ['GB', 2, 'no', [local({ serviceId: HARBOUR }, 4)], 'ring-prescriber', 'band-1', 'local-protocol'],
  ] as const)('%s, %i days, titration %s', (country, days, titration, stored, state, ruleId, standing) => {
    expect(route(country, days, titration, [...stored])).toMatchObject({ state, ruleId, rules: { standing } })
  })

  it('windows of a place take the place of the shipped ones', () => {
    const shipped = ruleSetFor('depot-windows', { serviceId: null, country: 'GB' }, LATER, [])
    expect(depotRulesOf(shipped).products['buprenorphine-weekly-depot']?.ruleId).toBe('DEPOT-1')
    const window = { notBeforeDay: 6, dueDay: 7, windowEndsDay: 8, reviewFromDay: 9 }
    const own = depotRulesOf({
      ...shipped,
      id: 'depot-windows@GB',
      body: { products: { ...shipped.body.products, 'buprenorphine-weekly-depot': window } },
    })
    expect(own.products['buprenorphine-weekly-depot']).toMatchObject(window)
    expect(own.id).toBe('depot-windows@GB')
  })
})
