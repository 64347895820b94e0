import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { Language } from './languages.ts'
import { FamilyName, GivenNames, OtherName } from './person-name.ts'
import { Sex } from './sexes.ts'

/** What is recorded of a person as such, whoever records it. A person with one name has it as the family name. */
export const PERSON_DETAILS = {
  familyName: FamilyName,
  givenNames: GivenNames,
  otherNames: z.array(OtherName, 'person.otherNames.invalid').max(10, 'person.otherNames.too-many'),
  /** Null when nobody knows. */
  dateOfBirth: PlainDate.nullable(),
  sex: Sex,
  /** Preferred first. */
  languages: z
    .array(Language, 'person.languages.invalid')
    .max(5, 'person.languages.too-many')
    .refine((languages) => new Set(languages).size === languages.length, 'person.languages.repeated'),
  /** Null: not asked. */
  interpreterNeeded: z.boolean('person.interpreterNeeded.missing').nullable(),
} as const
