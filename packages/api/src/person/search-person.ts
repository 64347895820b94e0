import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { searchPersons } from '@throughcare/db/person/search-repository'
import type { SearchPersonInput } from '@throughcare/domain/person/search-person-input'
import { searchTerms } from '@throughcare/domain/person/search-terms'
import { type FoundPerson, foundPerson } from './found-person.ts'

/** Best match first. `more`: there are others, and the search should say more. */
export type PersonsFound = { persons: FoundPerson[]; more: boolean }

/**
 * Persons in whose case the actor's service has a part, by name, number or date of birth. What was typed is a value and no
 * pattern; it is written nowhere, the audit trail holds whom the answer showed.
 */
export function searchPerson(actor: Actor, { text, limit }: SearchPersonInput): Promise<PersonsFound> {
  return asActor(actor, async (deed) => {
    const hits = await searchPersons(deed, searchTerms(text), limit + 1)
    const shown = hits.slice(0, limit)
    await recordAudit(deed, {
      action: 'person.search',
      episodeIds: shown.map((hit) => hit.episodeId),
      personIds: shown.map((hit) => hit.personId),
    })
    return { persons: shown.map(foundPerson), more: hits.length > limit }
  })
}
