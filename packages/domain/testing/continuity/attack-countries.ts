import { makeCountry, SIZES } from './figure-country.ts'
import { type Attack, attackRole } from './reconstruct.ts'

/** One role over all countries. */
export type RoleAttacked = { role: string; attacks: number; seen: number; small: number; recovered: number }

/** Attacks so many made-up countries in every role, alone and in pairs. Figures by role, and what was recovered. */
export function attackCountries(
  count: number,
  sizes: readonly number[] = SIZES,
): { attacked: RoleAttacked[]; recovered: string[] } {
  const byRole = new Map<string, RoleAttacked>()
  const recovered: string[] = []
  const note = (seed: number, { role, seen, small, recovered: found }: Attack) => {
    const before = byRole.get(role) ?? { role, attacks: 0, seen: 0, small: 0, recovered: 0 }
    byRole.set(role, {
      role,
      attacks: before.attacks + 1,
      seen: before.seen + seen,
      small: before.small + small,
      recovered: before.recovered + found.length,
    })
    recovered.push(...found.map((name) => `country ${seed}, ${role}: ${name}`))
  }
  for (let seed = 1; seed <= count; seed += 1) {
    const country = makeCountry(seed, sizes)
    const [prison = 'p1', service = 's1'] = [country.prisons.at(-1), country.services[0]]
    note(seed, attackRole(country, [['region', 'r']]))
    note(seed, attackRole(country, [['prison', prison]]))
    note(seed, attackRole(country, [['service', service]]))
    for (const one of [
      ['region', 'r'],
      ['prison', prison],
      ['service', service],
    ] as const)
      note(seed, attackRole(country, [one], undefined, 'a-file'))
    if (country.prisons.length > 2)
      note(
        seed,
        attackRole(country, [
          ['region', 'r'],
          ['prison', prison],
        ]),
      )
    note(
      seed,
      attackRole(country, [
        ['region', 'r'],
        ['service', service],
      ]),
    )
    note(
      seed,
      attackRole(country, [
        ['prison', prison],
        ['service', service],
      ]),
    )
  }
  return { attacked: [...byRole.values()], recovered }
}
