import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { DATE_LOCALES, type Locale } from './locales.ts'

/** `short` 26 Mar 2026 · `weekday` Thu 26 Mar 2026 · `long` Thursday 26 March 2026 · `brief` Thu 26 Mar (the year is clear) */
export type DayStyle = 'short' | 'weekday' | 'long' | 'brief'

const DAY_STYLES = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  brief: { weekday: 'short', day: 'numeric', month: 'short' },
} as const satisfies Record<DayStyle, Intl.DateTimeFormatOptions>

/** A calendar day in words. It has no zone, so it reads the same wherever the reader is. */
export function formatDay(day: PlainDate, locale: Locale, style: DayStyle = 'short'): string {
  const text = formatter(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  return withoutWeekdayComma(text)
}

/** `short` 26 Mar 2026, 14:05 GMT · `time` 14:05 GMT · `weekday` Thu 26 Mar 2026, 14:05 GMT */
export type InstantStyle = 'short' | 'weekday' | 'time'

/**
 * An instant as the clock on the wall of a place showed it, with the zone's name: the reader may be in another one.
 *
 * @param zone IANA zone of the service whose time it is, never the browser's.
 */
export function formatInstant(instant: Date, zone: string, locale: Locale, style: InstantStyle = 'short'): string {
  const text = formatter(locale, {
    ...(style === 'time' ? {} : DAY_STYLES[style]),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(instant)
  return withoutWeekdayComma(text)
}

/** The name of the zone on that day: GMT, BST, CET. In winter and summer another one. */
export function zoneLabel(instant: Date, zone: string, locale: Locale): string {
  const parts = formatter(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(instant)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** Browsers and servers disagree on this comma, and a page must not change its words when it wakes up. */
function withoutWeekdayComma(text: string): string {
  return text.replace(/^(\p{L}+\.?),/u, '$1')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let known = formatters.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(DATE_LOCALES[locale], options)
    formatters.set(key, known)
  }
  return known
}
