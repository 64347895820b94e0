import { type KnownAs, likelySamePerson, type PersonLikeness } from '../person/likely-same-person.ts'

/** A record as far as it is compared with others. */
export type Comparable = {
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: KnownAs['dateOfBirth']
}

/** Two records that may be one person, and why. */
export type LikelyPair<R extends Comparable = Comparable> = { likeness: PersonLikeness; one: R; other: R }

/**
 * Which of these records may be one person? Each pair once. Two people decide; nothing is merged by it, and namesakes and twins come
 * up here as well. Numbers are left out: a number belongs to one record.
 */
export function findPairs<R extends Comparable>(records: readonly R[]): LikelyPair<R>[] {
  return records.flatMap((one, at) =>
    records.slice(at + 1).flatMap((other): LikelyPair<R>[] => {
      const likeness = likelySamePerson({ ...one, numbers: [] }, { ...other, numbers: [] })
      return likeness === null ? [] : [{ likeness, one, other }]
    }),
  )
}
