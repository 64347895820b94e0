import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { nameRefusal } from '../person/person-name.ts'
import { CERTAINTIES, LEGAL_STATUSES } from '../release/release-codes.ts'
import { Country } from './countries.ts'

/** The longest area that is kept; longer ones are descriptions. */
export const LONGEST_AREA = 120

/** What is recorded of a stay in custody when it begins. */
export const EPISODE_DETAILS = {
  legalStatus: z.enum(LEGAL_STATUSES, 'custody-episode.legalStatus.unknown'),
  /** On the prison's calendar. */
  admittedOn: PlainDate,
  /** Null: no date. */
  releaseDate: PlainDate.nullable(),
  releaseCertainty: z.enum(CERTAINTIES, 'custody-episode.releaseCertainty.unknown'),
  /** Null: not known. */
  releaseCountry: Country.nullable(),
  /** The part of the country in the prison's words; null: not known. */
  releaseArea: z
    .string('custody-episode.releaseArea.missing')
    .trim()
    .min(1, 'custody-episode.releaseArea.missing')
    .superRefine((area, context) => {
      const refusal = nameRefusal(area, LONGEST_AREA)
      if (refusal) context.addIssue({ code: 'custom', message: `custody-episode.releaseArea.${refusal}` })
    })
    .nullable(),
} as const
