import { expect, it } from 'vitest'
import { countFigures, figureDetailId, figureId } from '../../src/continuity/figure-tables.ts'
import { showFigures } from '../../src/continuity/show-figures.ts'
import { isSmall, SMALLEST_COUNT } from '../../src/continuity/small-counts.ts'
import { attackCountries } from './attack-countries.ts'
import { makeCountry } from './figure-country.ts'
import { attackRole, type Show } from './reconstruct.ts'

it('A22: nobody recovers a count under five from all that a role can get (25 countries)', () => {
  const { attacked, recovered } = attackCountries(25, [25, 60, 140, 200])
  expect(recovered.filter((found) => !/^country \d+, \w+ and/.test(found))).toEqual([])
  // Two organisations that put their pages side by side are not promised to learn nothing: they learn next to nothing.
  for (const { small, recovered: found } of attacked) expect(found).toBeLessThan(small / 500)
  // Something was there to be found, and something was shown to find it with, for every role.
  for (const { role, seen, small } of attacked) expect([role, seen > 100, small > 100]).toEqual([role, true, true])
  expect(attacked.map(({ role }) => role).toSorted()).toEqual([
    'handed the file of a prison',
    'handed the file of a region',
    'handed the file of a service',
    'prison',
    'prison and service',
    'region',
    'region and prison',
    'region and service',
    'service',
  ])
}, 120_000)

it('the same attack sees through pages that hide nothing but the small counts themselves', () => {
  const hideSmall: Show = (input, smallest = SMALLEST_COUNT) => {
    const counts = countFigures(input.totals)
    const told = (id: string) => {
      const count = counts.get(id) ?? 0
      return isSmall(count, smallest) ? ('hidden' as const) : count
    }
    return {
      ...showFigures(input, smallest),
      count: (row, measure, column) => told(figureId(row, measure, column)),
      detail: (row, measure, outcome, detail) => told(figureDetailId(row, measure, outcome, detail)),
    }
  }
  const { recovered } = attackRole(makeCountry(2), [['region', 'r']], hideSmall)
  expect(recovered.length).toBeGreaterThan(20)
})

it('FIG-7: a file tells no count under ten to whoever is handed it, also where whoever made it can open everybody', () => {
  const attacked = [3, 4, 5, 6].map((seed) => {
    const country = makeCountry(seed, [400])
    const inputOf: typeof country.inputOf = (scope, id) => {
      const input = country.inputOf(scope, id)
      return { ...input, own: input.totals }
    }
    return attackRole({ ...country, inputOf }, [['prison', country.prisons[0] ?? '']], showFigures, 'a-file')
  })
  expect(attacked.flatMap(({ recovered }) => recovered)).toEqual([])
  expect(attacked.every(({ small }) => small > 10)).toBe(true)
  expect(attacked.some(({ seen }) => seen > 5)).toBe(true)
})
