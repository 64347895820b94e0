import { describe, expect, it } from 'vitest'
import { DepotBody, RoutingBody, type RuleBand } from './rule-set-body.ts'
import { SHIPPED_RULE_SETS } from './shipped-rule-sets.ts'

const faultsOf = (parsed: { success: boolean; error?: { issues: { message: string }[] } }) =>
  parsed.success ? [] : [...new Set(parsed.error?.issues.map(({ message }) => message))]

const band = (fromDays: number, state: string, appliesTo = 'everyone') => ({ fromDays, appliesTo, state })

describe('bands of a protocol (rule ROUTE-8)', () => {
  it.each<[string, unknown[], string[]]>([
    ['one band for everyone', [band(1, 'ring-prescriber')], []],
    ['a ladder', [band(1, 'watch'), band(3, 'ring-prescriber'), band(5, 'treat-as-new-start')], []],
    ['in any order', [band(5, 'treat-as-new-start'), band(1, 'watch'), band(3, 'ring-prescriber')], []],
    ['each group its own', [band(1, 'ring-prescriber', 'titration'), band(4, 'ring-prescriber', 'stable')], []],
    ['the last day there is', [band(30, 'ring-prescriber')], []],
    ['none', [], ['rule-set.bands.missing']],
    ['half a day', [band(1.5, 'ring-prescriber')], ['rule-set.fromDays.whole']],
    ['from no day at all', [band(0, 'ring-prescriber')], ['rule-set.fromDays.from-one']],
    ['a day before', [band(-1, 'ring-prescriber')], ['rule-set.fromDays.from-one']],
    ['a slip of the hand', [band(31, 'ring-prescriber')], ['rule-set.fromDays.too-late']],
    ['the day as a word', [{ ...band(1, 'watch'), fromDays: 'three' }], ['rule-set.fromDays.whole']],
    ['asking for nothing', [band(1, 'no-gap')], ['rule-set.state.unknown']],
    ['a day twice', [band(2, 'check-in'), band(2, 'ring-prescriber')], ['rule-set.bands.twice']],
    [
      'a day twice through everyone',
      [band(2, 'check-in', 'stable'), band(2, 'ring-prescriber')],
      ['rule-set.bands.twice'],
    ],
    ['later and less', [band(1, 'ring-prescriber'), band(3, 'check-in')], ['rule-set.bands.falls-back']],
    ['never a prescriber', [band(1, 'watch'), band(3, 'check-in')], ['rule-set.bands.no-prescriber']],
    ['no prescriber in titration', [band(3, 'ring-prescriber', 'stable')], ['rule-set.bands.no-prescriber']],
  ])('%s', (_name, bands, faults) => {
    expect(faultsOf(RoutingBody.safeParse({ bands }))).toEqual(faults)
  })
})

describe('windows of depots (rule ROUTE-8)', () => {
  const window = { notBeforeDay: 5, dueDay: 7, windowEndsDay: 9, reviewFromDay: 10 }
  const body = (weekly: Record<string, unknown>) => ({
    products: {
      'buprenorphine-weekly-depot': { ...window, ...weekly },
      'buprenorphine-monthly-depot': window,
      'buprenorphine-26-day-depot': window,
    },
  })
  it.each<[string, Record<string, unknown>, string[]]>([
    ['as shipped', {}, []],
    ['all on one day, review the day after', { notBeforeDay: 9, dueDay: 9 }, []],
    ['due before it may be given', { notBeforeDay: 8 }, ['rule-set.dueDay.before-not-before']],
    ['window over before it is due', { windowEndsDay: 6 }, ['rule-set.windowEndsDay.before-due']],
    ['review inside the window', { reviewFromDay: 9 }, ['rule-set.reviewFromDay.inside-window']],
    ['on the day of the injection', { notBeforeDay: 0 }, ['rule-set.notBeforeDay.from-one']],
    ['half a day', { dueDay: 7.5 }, ['rule-set.dueDay.whole']],
    ['years ahead', { reviewFromDay: 91 }, ['rule-set.reviewFromDay.too-late']],
    ['an amount beside it', { milligrams: 64 }, ['request.field.unknown']],
  ])('%s', (_name, weekly, faults) => {
    expect(faultsOf(DepotBody.safeParse(body(weekly)))).toEqual(faults)
  })

  it('are given for every product', () => {
    const { 'buprenorphine-26-day-depot': _one, ...products } = body({}).products
    expect(DepotBody.safeParse({ products }).success).toBe(false)
  })
})

it('what is shipped keeps the bounds itself', () => {
  for (const set of SHIPPED_RULE_SETS) {
    if (set.kind === 'routing-by-days')
      expect(faultsOf(RoutingBody.safeParse({ bands: set.body.bands as RuleBand[] }))).toEqual([])
    if (set.kind === 'depot-windows') expect(faultsOf(DepotBody.safeParse(set.body))).toEqual([])
  }
  expect(SHIPPED_RULE_SETS.length).toBeGreaterThan(8)
})
