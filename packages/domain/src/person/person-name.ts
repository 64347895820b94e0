import { z } from 'zod'
import { characterCount, nameFault } from '../text/storable-text.ts'

/** The longest family name, or set of given names, that is kept. Counted in characters as people count them. */
export const LONGEST_NAME = 80

/**
 * A name as its bearer writes it, stored exactly: O'Neill, Nguyễn, one letter, an emoji, `Null`. Only spaces around it
 * are trimmed. Refuses what would hide or turn the letters around it in a list (text/storable-text.ts).
 */
export const FamilyName = nameOf('person.familyName').refine((name) => name.length > 0, 'person.familyName.missing')

/** Empty for a person with one name: that name stands as the family name. */
export const GivenNames = nameOf('person.givenNames')

/** A name also used: of birth, of marriage, a nickname that everybody knows. */
export const OtherName = nameOf('person.otherNames').refine((name) => name.length > 0, 'person.otherNames.missing')

/** Why a name, or another short text in a list, is refused. */
export type NameRefusal = 'too-long' | ReturnType<typeof nameFault>

/** What is wrong with this trimmed name? Null when nothing is; an empty one is not this function's question. */
export function nameRefusal(name: string, longest: number = LONGEST_NAME): NameRefusal | null {
  return nameFault(name) ?? (characterCount(name) > longest ? 'too-long' : null)
}

function nameOf(key: string) {
  return z
    .string(`${key}.missing`)
    .trim()
    .superRefine((name, context) => {
      const refusal = nameRefusal(name)
      if (refusal) context.addIssue({ code: 'custom', message: `${key}.${refusal}`, continue: false })
    })
}
