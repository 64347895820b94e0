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
  return compareNames(nameForms(one), nameForms(other))
}

/** A name made ready for comparing. Folding costs more than comparing: a list folds each of its names once. */
export type NameForms = {
  family: NamePart
  given: NamePart
  full: NamePart
  reversed: NamePart
  /** Without particles. */
  words: readonly string[]
}

type NamePart = {
  /** Every spelling; the first is the plain key. */
  keys: readonly string[]
  /** The same without spaces, because `De Smet` is written `Desmet` as well. */
  letters: readonly string[]
}

/** The name made ready for `compareNames`. */
export function nameForms({ familyName, givenNames }: WrittenName): NameForms {
  return {
    family: partOf(familyName),
    given: partOf(givenNames),
    full: partOf(`${familyName} ${givenNames}`),
    reversed: partOf(`${givenNames} ${familyName}`),
    words: nameKey(familyName, givenNames)
      .split(' ')
      .filter((word) => word !== '' && !PARTICLES.has(word)),
  }
}

/** `likelySameName` for names that are ready. */
export function compareNames(one: NameForms, other: NameForms): NameLikeness | null {
  if (isSame(one.family, other.family) && isSame(one.given, other.given)) return 'same'
  if (isSame(one.full, other.full)) return 'same'
  if (isSame(one.family, other.given) && isSame(one.given, other.family)) return 'swapped'
  if (isSame(one.full, other.reversed)) return 'swapped'
  const swapped = { ...other, family: other.given, given: other.family }
  return isSimilar(one, other) || isSimilar(one, swapped) ? 'similar' : null
}

function isSimilar(one: NameForms, other: NameForms): boolean {
  if (isEmpty(one.family) || isEmpty(other.family)) return false
  const familySame = isSame(one.family, other.family)
  if (familySame && (isShorterForm(one.given, other.given) || isSlip(one.given, other.given, true))) return true
  const givenSame = isSame(one.given, other.given)
  if (isSlip(one.family, other.family, givenSame)) {
    if (givenSame || isSlip(one.given, other.given, false)) return true
  }
  return holdsAllWordsOf(one.words, other.words) || holdsAllWordsOf(other.words, one.words)
}

/** No given name at all, or an initial of it: `J` or `J.` beside `Jean-Luc`. */
function isShorterForm(one: NamePart, other: NamePart): boolean {
  const [left = '', right = ''] = [one.keys[0], other.keys[0]]
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left]
  return shorter === '' || (shorter.length === 1 && longer.startsWith(shorter))
}

/** One slip in a word of up to seven letters, two in a longer one. Two-letter words have no room for a slip. */
function isSlip(one: NamePart, other: NamePart, restIsCertain: boolean): boolean {
  return one.keys.some((left) =>
    other.keys.some((right) => {
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

/** Are all words of the shorter name, two at least, among the words of the longer one? */
function holdsAllWordsOf(longer: readonly string[], shorter: readonly string[]): boolean {
  return shorter.length >= 2 && shorter.every((word) => longer.includes(word))
}

/** Small words that registers drop and add at will. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al av bin bint da das de del della den der des di do dos du el la le te ten ter van von y zu'.split(' '),
)

function isSame(one: NamePart, other: NamePart): boolean {
  return one.letters.some((letters) => other.letters.includes(letters))
}

function isEmpty(part: NamePart): boolean {
  return part.keys[0] === ''
}

function partOf(name: string): NamePart {
  const keys = nameKeys(name)
  return { keys, letters: keys.map((key) => key.replaceAll(' ', '')) }
}
