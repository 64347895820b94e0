import type { PlainDate } from '../calendar/plain-date.ts'
import { likelySameName, type WrittenName } from './likely-same-name.ts'
import { telephoneKey } from './telephone.ts'

/** What two records are compared by. Sex is left out on purpose: registers disagree about it, and so do people. */
export type KnownAs = WrittenName & {
  /** Null when not known. */
  dateOfBirth: PlainDate | null
  /** Numbers under one and the same numbering. */
  numbers: readonly string[]
  /** Where they can be reached, as written; left out where that is not compared. */
  telephones?: readonly string[]
}

/** Why two records may be one person, the surest first. */
export const PERSON_LIKENESSES = [
  'same-number',
  'same-name-and-birth',
  'swapped-names-and-birth',
  'similar-name-and-birth',
  'same-name-similar-birth',
  'same-name-birth-unknown',
  'same-telephone',
] as const
export type PersonLikeness = (typeof PERSON_LIKENESSES)[number]

/**
 * May these two records be one person, and why? Null when nothing speaks for it.
 *
 * No score: the reason is shown to a human, who decides. Twins and namesakes exist, so nothing is merged by itself.
 */
export function likelySamePerson(one: KnownAs, other: KnownAs): PersonLikeness | null {
  const numbers = new Set(one.numbers.map(foldNumber))
  if (other.numbers.some((number) => numbers.has(foldNumber(number)))) return 'same-number'

  return likelyByNameAndBirth(one, other) ?? (hasSameTelephone(one, other) ? 'same-telephone' : null)
}

function likelyByNameAndBirth(one: KnownAs, other: KnownAs): PersonLikeness | null {
  const names = likelySameName(one, other)
  if (names === null) return null
  if (one.dateOfBirth === null || other.dateOfBirth === null)
    return names === 'similar' ? null : 'same-name-birth-unknown'
  if (one.dateOfBirth === other.dateOfBirth) return WITH_SAME_BIRTH[names]
  return names !== 'similar' && isSimilarBirth(one.dateOfBirth, other.dateOfBirth) ? 'same-name-similar-birth' : null
}

/** The least that speaks for it: a household shares one, and it changes hands. */
function hasSameTelephone(one: KnownAs, other: KnownAs): boolean {
  const keys = new Set((one.telephones ?? []).map(telephoneKey).filter((key) => key !== null))
  return (other.telephones ?? []).some((telephone) => keys.has(telephoneKey(telephone) ?? ''))
}

/** Numbers are compared as people read them out: without regard to case and spaces. */
export function foldNumber(number: string): string {
  return number.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
}

const WITH_SAME_BIRTH = {
  same: 'same-name-and-birth',
  swapped: 'swapped-names-and-birth',
  similar: 'similar-name-and-birth',
} as const satisfies Record<NonNullable<ReturnType<typeof likelySameName>>, PersonLikeness>

/** Day and month exchanged, one digit typed wrong, or the first of January that stands for "only the year is known". */
function isSimilarBirth(one: PlainDate, other: PlainDate): boolean {
  const [year, month, day] = one.split('-')
  if (other === `${year}-${day}-${month}`) return true
  if (one.slice(0, 4) === other.slice(0, 4) && (one.endsWith('-01-01') || other.endsWith('-01-01'))) return true
  let different = 0
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) different += 1
  return different === 1
}
