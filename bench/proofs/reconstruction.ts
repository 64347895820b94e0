import { attackCountries, type RoleAttacked } from '../../packages/domain/testing/continuity/attack-countries.ts'

export const name = 'reconstruction'

/** In `npm test` it is twenty-five. */
const COUNTRIES = 500

/**
 * The promise of FIG-7, at full size: 500 made-up countries, and in each a region's, a prison's and a service's manager, alone and in
 * pairs, with every number that any page or file shows them, all curves in all breakdowns, and their own open cases; and whoever is handed one of their files.
 * Nobody alone recovers a count under five, or of a file under ten. Two organisations that put their pages side by side are not promised
 * to learn nothing (docs/adr/0185): they recover fewer than one in five hundred of what is hidden from them.
 */
export function run(): Promise<{ ok: boolean; figures: Record<string, number> }> {
  const { attacked, recovered } = attackCountries(COUNTRIES)
  const isPair = ({ role }: RoleAttacked) => role.includes(' and ')
  const found = (of: readonly RoleAttacked[]) => of.reduce((sum, each) => sum + each.recovered, 0)
  const alone = attacked.filter((each) => !isPair(each))
  const figures: Record<string, number> = {
    countries: COUNTRIES,
    'recovered alone': found(alone),
    'recovered by two together': found(attacked.filter(isPair)),
  }
  for (const { role, attacks, seen, small, recovered: count } of attacked)
    Object.assign(figures, {
      [`${role}: attacks`]: attacks,
      [`${role}: numbers seen`]: seen,
      [`${role}: small counts to find`]: small,
      [`${role}: recovered`]: count,
    })
  const wasAttacked = attacked.length === 9 && attacked.every(({ seen, small }) => seen > 1_000 && small > 1_000)
  const isKept = attacked.every((each) => (isPair(each) ? each.recovered < each.small / 500 : each.recovered === 0))
  if (recovered.length > 0) process.stderr.write(`${recovered.slice(0, 20).join('\n')}\n`)
  return Promise.resolve({ ok: isKept && wasAttacked, figures })
}
