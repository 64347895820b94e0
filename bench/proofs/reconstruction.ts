import { attackCountries } from '../../packages/domain/testing/continuity/attack-countries.ts'

export const name = 'reconstruction'

/** In `npm test` it is twenty-five. */
const COUNTRIES = 500

/**
 * The promise of FIG-7, at full size: 500 made-up countries, and in each a region's, a prison's and a service's manager, alone and in
 * pairs, with every number that any page or file shows them, all curves in all breakdowns, and their own open cases. None of them recovers a count under five.
 */
export function run(): Promise<{ ok: boolean; figures: Record<string, number> }> {
  const { attacked, recovered } = attackCountries(COUNTRIES)
  const figures: Record<string, number> = { countries: COUNTRIES, recovered: recovered.length }
  for (const { role, attacks, seen, small } of attacked)
    Object.assign(figures, {
      [`${role}: attacks`]: attacks,
      [`${role}: numbers seen`]: seen,
      [`${role}: small counts to find`]: small,
    })
  const wasAttacked = attacked.length === 9 && attacked.every(({ seen, small }) => seen > 1_000 && small > 1_000)
  if (recovered.length > 0) process.stderr.write(`${recovered.slice(0, 20).join('\n')}\n`)
  return Promise.resolve({ ok: recovered.length === 0 && wasAttacked, figures })
}
