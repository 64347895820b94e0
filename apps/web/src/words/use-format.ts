'use client'

import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type DayStyle, formatDay, formatInstant, type InstantStyle } from '@throughcare/i18n/format-time'
import { DEFAULT_LOCALE, isLocale } from '@throughcare/i18n/locales'
import { useLocale, useTimeZone } from 'next-intl'

/** Days and instants as this reader writes them, in their service's zone; for client components. */
export function useFormat() {
  const code = useLocale()
  const locale = isLocale(code) ? code : DEFAULT_LOCALE
  const zone = useTimeZone() ?? 'UTC'
  return {
    day: (day: PlainDate | string, style?: DayStyle) => formatDay(day as PlainDate, locale, style),
    /** `place`: another zone than the reader's own, such as a receiving service's. */
    instant: (at: Date | string, style?: InstantStyle, place: string = zone) =>
      formatInstant(new Date(at), place, locale, style),
  }
}
