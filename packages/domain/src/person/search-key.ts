import { nameKey, nameKeys } from './name-key.ts'

/** The names of one person, as a register holds them. */
export type PersonNames = { familyName: string; givenNames: string; otherNames: readonly string[] }

/**
 * What is stored beside a person so that the name can be found: every word of every name, folded, in each way in which
 * it may be typed (`muller` and `mueller`), and names of several words once more as one word (`van den berg` is
 * `vandenberg` as well). Words in the order of the names, each once.
 */
export function searchKey({ familyName, givenNames, otherNames }: PersonNames): string {
  const names = [familyName, givenNames, ...otherNames].filter((name) => name !== '')
  const words = names.flatMap((name) => nameKeys(name)).flatMap((key) => key.split(' '))
  const closed = names.map((name) => nameKey(name).replaceAll(' ', ''))
  return [...new Set([...words, ...closed])].join(' ')
}
