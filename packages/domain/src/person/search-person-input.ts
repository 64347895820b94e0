import { z } from 'zod'
import { inputOf } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** The search field: a name, a number or a date of birth. What is typed stands in no URL and in no log. */
export const SearchPersonInput = inputOf({
  text: filledText('person.search', 120),
  /** Rows to answer with. */
  limit: z.int('person.limit.invalid').min(1, 'person.limit.invalid').max(50, 'person.limit.invalid'),
})
export type SearchPersonInput = z.infer<typeof SearchPersonInput>
