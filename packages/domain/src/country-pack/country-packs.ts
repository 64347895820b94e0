import type { CountryPack } from './country-pack.ts'
import { BE } from './packs/be.ts'
import { DE } from './packs/de.ts'
import { FR } from './packs/fr.ts'
import { GB_ENGLAND_WALES } from './packs/gb-england-wales.ts'
import { NO } from './packs/no.ts'
import { PT } from './packs/pt.ts'

/**
 * Every pack that a plan may name, one line each: a new version comes after the one it follows, and the old one stays for as
 * long as a plan is open that names it. Another country is another file in packs/ and its line here.
 */
export const COUNTRY_PACKS = [BE, DE, FR, GB_ENGLAND_WALES, NO, PT] as const satisfies readonly CountryPack[]

type Keys<Pack> = Pack extends CountryPack ? keyof Pack['items'] : never

/** The code of an item of any pack. */
export type PackItemCode = Extract<Keys<(typeof COUNTRY_PACKS)[number]>, string>

const PACKS: readonly CountryPack[] = COUNTRY_PACKS

/** Every item code of every pack, for the words. */
export const PACK_ITEM_CODES = [...new Set(PACKS.flatMap((pack) => Object.keys(pack.items)))] as PackItemCode[]

/**
 * Which pack holds in this place now? Null: nobody has written one, and the common rules stand alone.
 *
 * @param country where the person is released to, ISO 3166-1 alpha-2
 * @param region the code of the prison's area in that country; empty where areas are not told apart
 */
export function findCountryPack(country: string, region: string): CountryPack | null {
  return (
    PACKS.findLast((pack) => pack.country === country && (pack.regions === null || pack.regions.includes(region))) ??
    null
  )
}

/** The pack of exactly this version; null when this program does not have it. */
export function findPackVersion(version: string): CountryPack | null {
  return PACKS.find((pack) => pack.version === version) ?? null
}
