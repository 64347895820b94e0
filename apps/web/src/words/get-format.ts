import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type DayStyle, formatDay, formatInstant, type InstantStyle } from '@throughcare/i18n/format-time'
import { currentReader } from './current-reader.ts'

/** Days and instants as this reader writes them, in their service's zone; for server components. */
export async function getFormat() {
  const { locale, timeZone } = await currentReader()
  return {
    day: (day: PlainDate | string, style?: DayStyle) => formatDay(day as PlainDate, locale, style),
    /** `place`: another zone than the reader's own, such as a receiving service's. */
    instant: (at: Date | string, style?: InstantStyle, place: string = timeZone) =>
      formatInstant(new Date(at), place, locale, style),
  }
}
