import { z } from 'zod'
import { getPlainDate, PlainDate } from '../calendar/plain-date.ts'
import { inputOf } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { foldNumber } from './likely-same-person.ts'
import { nameKey, nameKeys } from './name-key.ts'

/** The search field: a name, a number or a date of birth. What is typed stands in no URL and in no log. */
export const SearchPersonInput = inputOf({
  text: filledText('person.search', 120),
  /** Rows to answer with. */
  limit: z.int('person.limit.invalid').min(1, 'person.limit.invalid').max(50, 'person.limit.invalid'),
})
export type SearchPersonInput = z.infer<typeof SearchPersonInput>

/** What was typed, as the database is asked. */
export type PersonSearch =
  | { kind: 'birth'; day: PlainDate }
  /** Folded as `foldNumber` does; a name may look like a number, so its key comes along. */
  | { kind: 'number'; number: string; nameKeys: readonly string[] }
  /** `nameKeys` holds the spellings without special letters; `words` the single words, for swapped names. */
  | { kind: 'name'; nameKeys: readonly string[]; words: readonly string[] }

/**
 * What does somebody look for? A whole date, as ISO or day first as people write it, is a date of birth; anything with a
 * digit and without a space is a number; everything else is a name. `%` and `_` are letters like others: the text is
 * only ever a value in a query.
 */
export function decideSearch(text: string): PersonSearch {
  const trimmed = text.trim()
  const day = dayIn(trimmed)
  if (day) return { kind: 'birth', day }
  const keys = nameKeys(trimmed)
  if (/\d/.test(trimmed) && !/\s/.test(trimmed)) return { kind: 'number', number: foldNumber(trimmed), nameKeys: keys }
  return { kind: 'name', nameKeys: keys, words: nameKey(trimmed).split(' ') }
}

function dayIn(text: string): PlainDate | null {
  const [, day, month, year] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(text) ?? []
  const iso =
    day === undefined || month === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return PlainDate.safeParse(iso).success ? getPlainDate(iso) : null
}
