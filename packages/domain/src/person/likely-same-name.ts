import { editDistance } from './edit-distance.ts'
import { nameKey, nameKeys } from './name-key.ts'

/** A name as one system holds it. `givenNames` is empty for a person with one name. */
export type WrittenName = { familyName: string; givenNames: string }

/**
 * How two written names stand to each other.
 *
 * same: the same letters once accents, case, hyphens and apostrophes are off · swapped: family and given name have
 * changed places · similar: a slip of the pen, a missing middle name or particle, an initial.
 */
export const NAME_LIKENESSES = ['same', 'swapped', 'similar'] as const
export type NameLikeness = (typeof NAME_LIKENESSES)[number]

/**
 * Could these two names be one person's? Null when they read as two different names.
 *
 * Meant for names beside one date of birth, where few people meet: it would rather ask once too often. It is no
 * score, and nothing is ever merged by it: a human decides.
 */
export function likelySameName(one: WrittenName, other: WrittenName): NameLikeness | null {
  const familySame = sameKey(one.familyName, other.familyName)
  const givenSame = sameKey(one.givenNames, other.givenNames)
  if (familySame && givenSame) return 'same'
  if (sameKey(full(one), full(other))) return 'same'
  if (sameKey(one.familyName, other.givenNames) && sameKey(one.givenNames, other.familyName)) return 'swapped'
  if (sameKey(full(one), `${other.givenNames} ${other.familyName}`)) return 'swapped'
  return isSimilar(one, other) || isSimilar(one, { familyName: other.givenNames, givenNames: other.familyName })
    ? 'similar'
    : null
}

function isSimilar(one: WrittenName, other: WrittenName): boolean {
  if (one.familyName === '' || other.familyName === '') return false
  const familySame = sameKey(one.familyName, other.familyName)
  if (familySame && (isShorterForm(one.givenNames, other.givenNames) || isSlip(one.givenNames, other.givenNames, true)))
    return true
  const givenSame = sameKey(one.givenNames, other.givenNames)
  if (isSlip(one.familyName, other.familyName, givenSame)) {
    if (givenSame || isSlip(one.givenNames, other.givenNames, false)) return true
  }
  return holdsAllWordsOf(full(one), full(other)) || holdsAllWordsOf(full(other), full(one))
}

/** No given name at all, or an initial of it: `J` or `J.` beside `Jean-Luc`. */
function isShorterForm(one: string, other: string): boolean {
  const [shorter, longer] = [nameKey(one), nameKey(other)].toSorted((a, b) => a.length - b.length) as [string, string]
  return shorter === '' || (shorter.length === 1 && longer.startsWith(shorter))
}

/** One slip in a word of up to seven letters, two in a longer one. Two-letter words have no room for a slip. */
function isSlip(one: string, other: string, restIsCertain: boolean): boolean {
  return nameKeys(one).some((left) =>
    nameKeys(other).some((right) => {
      const allowed = slipsAllowed(Math.max(left.length, right.length), restIsCertain)
      return allowed > 0 && left !== '' && right !== '' && editDistance(left, right, allowed) <= allowed
    }),
  )
}

function slipsAllowed(letters: number, restIsCertain: boolean): number {
  if (letters >= 8) return 2
  if (letters >= 4) return 1
  return letters === 3 && restIsCertain ? 1 : 0
}

/** Are all words of the shorter name, two at least besides particles, among the words of the longer one? */
function holdsAllWordsOf(longer: string, shorter: string): boolean {
  const words = wordsOf(shorter)
  const among = new Set(wordsOf(longer))
  return words.length >= 2 && words.every((word) => among.has(word))
}

function wordsOf(name: string): string[] {
  return nameKey(name)
    .split(' ')
    .filter((word) => word !== '' && !PARTICLES.has(word))
}

/** Small words that registers drop and add at will. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al av bin bint da das de del della den der des di do dos du el la le te ten ter van von y zu'.split(' '),
)

function full(name: WrittenName): string {
  return `${name.familyName} ${name.givenNames}`
}

/** The same letters; spaces do not count, because `De Smet` is written `Desmet` as well. */
function sameKey(one: string, other: string): boolean {
  const keys = new Set(nameKeys(one).map(withoutSpaces))
  return nameKeys(other).some((key) => keys.has(withoutSpaces(key)))
}

function withoutSpaces(key: string): string {
  return key.replaceAll(' ', '')
}
