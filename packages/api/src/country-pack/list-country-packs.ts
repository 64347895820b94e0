import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import type { CountryPack, PackItem } from '@throughcare/domain/country-pack/country-pack'
import { COUNTRY_PACKS } from '@throughcare/domain/country-pack/country-packs'

export type PackItemView = PackItem & { code: string }

/** A pack as its page shows it: its newest version, by which new plans are made. */
export type CountryPackView = Omit<CountryPack, 'items'> & {
  items: PackItemView[]
  /** The country of the reader's service: what they look for first. */
  isHere: boolean
}

/**
 * What each country asks for, as this program has it: the newest version of every pack, the reader's own country first, the
 * others by code. Reference: about no case, and open only to a session that still holds.
 */
export function listCountryPacks(actor: Actor): Promise<CountryPackView[]> {
  return asActor(actor, async () => newestPacks(COUNTRY_PACKS, actor.serviceCountry))
}

/** The last one of each code, as new plans take it. */
export function newestPacks(packs: readonly CountryPack[], here: string): CountryPackView[] {
  const newest = [...new Map(packs.map((pack) => [pack.code, pack])).values()]
  return newest
    .map((pack) => ({
      ...pack,
      items: Object.entries(pack.items).map(([code, item]) => ({ code, ...item })),
      isHere: pack.country === here,
    }))
    .toSorted((one, other) => Number(other.isHere) - Number(one.isHere) || (one.code < other.code ? -1 : 1))
}
