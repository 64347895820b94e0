import { PlainDate } from '../calendar/plain-date.ts'
import { foldNumber } from './likely-same-person.ts'
import { nameKeys } from './name-key.ts'

/** What somebody asks for when they type into the search field for persons. */
export type SearchTerms = {
  /** How a number may begin, folded as `foldNumber` does; empty when what was typed holds no digit. */
  numberKey: string
  /** A date of birth, taken out of the text wherever it stood. */
  born: PlainDate | null
  /** The rest as the keys under which names are stored: one, two for names with special letters, none when nothing is left. */
  nameKeys: string[]
}

/**
 * What does this text ask for: a number, a date of birth, a name, or a name and a date of birth?
 *
 * Dates are read as 1984-04-28, 28.4.1984, 28/04/1984 or 28-4-1984: the day before the month, unless only the other
 * order is a day. A number is anything with a digit in it, and is looked for beside the name.
 */
export function searchTerms(text: string): SearchTerms {
  let born: PlainDate | null = null
  const rest = text
    .replace(DATE, (written) => {
      const day = born === null ? readDay(written) : null
      if (day === null) return written
      born = day
      return ' '
    })
    .trim()
  return {
    numberKey: /\p{Nd}/u.test(rest) ? foldNumber(rest) : '',
    born,
    nameKeys: rest === '' ? [] : nameKeys(rest).filter((key) => key !== ''),
  }
}

const DATE = /(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1\d{4})(?!\d)/gu

function readDay(written: string): PlainDate | null {
  const [first = '', second = '', third = ''] = written.split(/[./-]/u)
  const candidates =
    first.length === 4
      ? [[first, second, third]]
      : [
          [third, second, first],
          [third, first, second],
        ]
  for (const [year, month = '', day = ''] of candidates) {
    const parsed = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    if (parsed.success) return parsed.data
  }
  return null
}
