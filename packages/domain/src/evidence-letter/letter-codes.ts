import { z } from 'zod'
import type { Category } from '../access/access-codes.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'

/** Letters that answer what somebody demands before they let a person in. */
export const LETTER_KINDS = ['omt-history', 'custody-and-release', 'residence', 'benefits'] as const
export const LetterKind = z.enum(LETTER_KINDS, 'evidence-letter.kinds.unknown')
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Who may make and read a letter. Only the first one tells of a treatment. */
export const CATEGORY_OF_LETTER = {
  'omt-history': 'omt',
  'custody-and-release': 'release',
  residence: 'housing',
  benefits: 'benefits',
} as const satisfies Record<LetterKind, Category>

/** What a letter may say, each with the category of its source. */
export const LETTER_FACTS = {
  name: 'identity',
  born: 'identity',
  medicine: 'omt',
  'treatment-started': 'omt',
  'treatment-months': 'omt',
  'two-years': 'omt',
  'treatment-ended': 'omt',
  'last-dose': 'omt',
  prison: 'release',
  admitted: 'release',
  'release-expected': 'release',
  released: 'release',
  'first-night': 'housing',
  'has-id': 'documents',
  'has-health-cover': 'benefits',
  'last-health-insurer': 'benefits',
  'has-bank-account': 'benefits',
  'benefit-before': 'benefits',
} as const satisfies Record<string, Category>
export type LetterFactCode = keyof typeof LETTER_FACTS

/** One line of a letter. `value` is a code, a day, a number or a name; null where the record does not say. */
export type LetterFact = {
  fact: LetterFactCode
  value: string | number | null
  /** The service whose entry it is, and when it was made; null where the record keeps neither. */
  by: string | null
  on: string | null
}

/** Makes letters of a case as the record stands now: one press, one letter of each kind. */
export const MakeLettersInput = inputOf({
  episodeId: idOf('evidence-letter.episodeId'),
  requestId: RequestId,
  kinds: z
    .array(LetterKind, 'evidence-letter.kinds.missing')
    .min(1, 'evidence-letter.kinds.missing')
    .max(LETTER_KINDS.length, 'evidence-letter.kinds.unknown')
    .refine((kinds) => new Set(kinds).size === kinds.length, 'evidence-letter.kinds.unknown'),
})
export type MakeLettersInput = z.infer<typeof MakeLettersInput>

/** The letters of one case. */
export const LettersOfCaseInput = inputOf({ episodeId: idOf('evidence-letter.episodeId') })
export type LettersOfCaseInput = z.infer<typeof LettersOfCaseInput>
