import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { compareRuleSets } from './compare-rule-sets.ts'
import type { RuleSetOf } from './rule-set.ts'
import { ruleSetFor } from './rule-set-for.ts'

const at = new Date('2026-03-26T09:00:00Z')
const place = { serviceId: null, country: 'GB' }
const routing = ruleSetFor('routing-by-days', place, at, [])
const depot = ruleSetFor('depot-windows', place, at, [])

const differing = (left: Parameters<typeof compareRuleSets>[0], right: Parameters<typeof compareRuleSets>[1]) =>
  compareRuleSets(left, right).flatMap(({ differs, ...line }) => (differs ? line : []))

describe('two versions side by side', () => {
  it('a version beside itself differs in nothing', () => {
    expect(differing(routing, routing)).toEqual([])
    expect(compareRuleSets(routing, routing)).toHaveLength(10)
    expect(compareRuleSets(depot, depot)).toHaveLength(17)
  })

  it('a band that only one of them has stands beside nothing', () => {
    const bands = routing.body.bands.filter(({ fromDays }) => fromDays !== 2)
    const fourth = { fromDays: 4, appliesTo: 'stable', state: 'ring-prescriber' } as const
    const other: RuleSetOf<'routing-by-days'> = { ...routing, body: { bands: [...bands, fourth] } }
    expect(differing(routing, other)).toEqual([
      { field: 'band', fromDays: 2, appliesTo: 'stable', left: 'check-in', right: null },
      { field: 'band', fromDays: 4, appliesTo: 'stable', left: null, right: 'ring-prescriber' },
    ])
  })

  it('one day of one window, the words and the approver', () => {
    const weekly = { ...depot.body.products['buprenorphine-weekly-depot'], windowEndsDay: 8 }
    const products = { ...depot.body.products, 'buprenorphine-weekly-depot': weekly }
    const other = { ...depot, body: { products }, approver: 'Dr Moss', reviewBy: getPlainDate('2027-01-01') }
    expect(differing(depot, other)).toEqual([
      {
        field: 'window',
        medicine: 'buprenorphine-weekly-depot',
        day: 'windowEndsDay',
        isFirst: false,
        left: 9,
        right: 8,
      },
      { field: 'reviewBy', left: '2027-05-31', right: '2027-01-01' },
      { field: 'approver', left: null, right: 'Dr Moss' },
    ])
  })

  it('the first injection of a product, where one of them says that it differs', () => {
    const first = { notBeforeDay: 4, dueDay: 6, windowEndsDay: 7, reviewFromDay: 8 }
    const other = { ...depot, body: { ...depot.body, firstInjections: { 'buprenorphine-weekly-depot': first } } }
    const line = { field: 'window', medicine: 'buprenorphine-weekly-depot', isFirst: true }
    expect(differing(depot, other)).toEqual([
      { ...line, day: 'notBeforeDay', left: null, right: 4 },
      { ...line, day: 'dueDay', left: null, right: 6 },
      { ...line, day: 'windowEndsDay', left: null, right: 7 },
      { ...line, day: 'reviewFromDay', left: null, right: 8 },
    ])
    expect(differing(other, other)).toEqual([])
  })
})
