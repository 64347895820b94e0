import type { Actor } from '@throughcare/db/actor'
import { readHits } from '@throughcare/db/person/search-repository'
import type { SearchPersonInput } from '@throughcare/domain/person/search-person-input'
import { searchTerms } from '@throughcare/domain/person/search-terms'
import { type FoundPerson, foundPerson } from './found-person.ts'

/** Best match first. `more`: there are others, and the search should say more. */
export type PersonsFound = { persons: FoundPerson[]; more: boolean }

/**
 * Persons in whose case the actor's service has a part, by name, number or date of birth. What was typed is a value and no
 * pattern; it is written nowhere, the audit trail holds whom the answer showed.
 */
export async function searchPerson(actor: Actor, { text, limit }: SearchPersonInput): Promise<PersonsFound> {
  const { hits, more } = await readHits(actor, searchTerms(text), limit, 'person.search')
  return { persons: hits.map(foundPerson), more }
}
