import type { PersonHit } from '@throughcare/db/person/search-repository'

/** A person in a list of search results, as plain JSON: `releasedAt` is ISO 8601 in UTC. */
export type FoundPerson = Omit<PersonHit, 'releasedAt'> & { releasedAt: string | null }

export function foundPerson(hit: PersonHit): FoundPerson {
  return { ...hit, releasedAt: hit.releasedAt?.toISOString() ?? null }
}
