import { getPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { KeptKind } from './kept-codes.ts'

/** Months for which a country's rule keeps something at the longest (rule CIR-3). */
const MONTHS_KEPT: Readonly<Record<string, Partial<Record<KeptKind, number>>>> = {
  GB: { 'housing-costs': 6 },
}

/**
 * Until when does a rule of the country keep it at the longest (rule CIR-3)? Null where no rule is sourced: then the day comes
 * from whoever keeps it. In England and Wales help with housing costs goes on for up to six months for somebody who lives
 * alone and is on remand, or is expected to be away no longer: a longest day, not a right, so that it is proposed and the
 * conditions are shown beside it.
 */
export function keptUntilByRule(kind: KeptKind, country: string, admittedOn: PlainDate): PlainDate | null {
  const months = MONTHS_KEPT[country]?.[kind]
  return months === undefined ? null : monthsLater(admittedOn, months)
}

/** The same day of the month some months later; the last one where that month is shorter. */
function monthsLater(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const at = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
  return getPlainDate(at.toISOString().slice(0, 10))
}
