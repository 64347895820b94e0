import type { CountryPack, PackItem } from '../country-pack/country-pack.ts'
import type { ItemRule } from './item-rule.ts'

type Rules = Readonly<Record<string, ItemRule>>

/**
 * The common rules with those of a country. Where a country's item takes the place of a common one, the common one is not
 * asked for, and whatever waited for it waits for all that took its place.
 *
 * Order: by area as the common rules stand, a country's items after the common ones of their area.
 */
export function withPack(common: Rules, pack: CountryPack): Rules {
  const instead = replacements(pack.items)
  const kept = Object.entries(common).filter(([code]) => !instead.has(code))
  const own = Object.entries(pack.items).map(([code, item]): [string, ItemRule] => [code, ruleOf(item)])
  const areas = new Set([...kept, ...own].map(([, rule]) => rule.area))
  const ordered = [...areas].flatMap((area) => [...kept, ...own].filter(([, rule]) => rule.area === area))
  return Object.fromEntries(
    ordered.map(([code, rule]) => [
      code,
      { ...rule, blockedBy: [...new Set(rule.blockedBy.flatMap((each) => instead.get(each) ?? [each]))] },
    ]),
  )
}

/** Of each common item whose place is taken: the codes that took it. */
export function replacements(items: Readonly<Record<string, PackItem>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [code, { takesPlaceOf }] of Object.entries(items))
    if (takesPlaceOf !== undefined) found.set(takesPlaceOf, [...(found.get(takesPlaceOf) ?? []), code])
  return found
}

function ruleOf({
  takesPlaceOf: _taken,
  legalSource,
  verifiedOn: _verified,
  mark: _mark,
  ...rule
}: PackItem): ItemRule {
  return { ...rule, source: legalSource.text }
}
