import type { FigureRow } from '@throughcare/domain/continuity/continuity-report'
import { INDICATOR_TABLE, type Indicator } from '@throughcare/domain/continuity/indicators'
import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import type { Interval } from '@throughcare/domain/continuity/wilson'
import { DATE_LOCALES } from '@throughcare/i18n/locales'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'

/** How figures read in this reader's language: rates, counts, months, and why something is not shown. */
export async function getFigureWords() {
  const [t, { locale }] = await Promise.all([getTranslations('continuity'), currentReader()])
  const percent = new Intl.NumberFormat(DATE_LOCALES[locale], { style: 'percent', maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(DATE_LOCALES[locale])
  const longMonth = monthFormat(DATE_LOCALES[locale], { month: 'long', year: 'numeric' })
  const shortMonth = monthFormat(DATE_LOCALES[locale], { month: 'short' })
  const yearMonth = monthFormat(DATE_LOCALES[locale], { month: 'short', year: '2-digit' })
  const at = (month: string) => new Date(`${month}-01T00:00:00Z`)
  return {
    percent: (share: number) => percent.format(share),
    count: (count: ShownCount) => (count === 'hidden' ? t('hidden.count') : number.format(count)),
    /** May 2025 */
    month: (month: string) => longMonth.format(at(month)),
    /** May, and Jan 26 where a year begins. */
    tick: (month: string) => (month.endsWith('-01') ? yearMonth : shortMonth).format(at(month)),
    /** The rate, or why there is none. */
    rate: ({ rate }: FigureRow): string => {
      if (rate.kind === 'rate') return percent.format(rate.share)
      return t(`hidden.${rate.kind === 'hidden' ? 'rate' : rate.kind}`)
    },
    /** "64 % to 88 %": between what the true rate may lie; null where there is no rate. */
    interval: ({ rate }: FigureRow): string | null =>
      rate.kind === 'rate'
        ? t('interval', { lower: percent.format(rate.interval.lower), upper: percent.format(rate.interval.upper) })
        : null,
    /** "64 % to 88 %" */
    range: ({ lower, upper }: Interval): string =>
      t('interval', { lower: percent.format(lower), upper: percent.format(upper) }),
    /** A number with so many places. */
    decimal: (value: number, places: number): string =>
      new Intl.NumberFormat(DATE_LOCALES[locale], { maximumFractionDigits: places }).format(value),
    /** "39 of 50 releases"; null where one of them is not shown. */
    of: (indicator: Indicator, { met, counted }: FigureRow): string | null => {
      if (met === 'hidden' || counted === 'hidden') return null
      return t(`counts.${INDICATOR_TABLE[indicator].unit}`, { met, all: counted })
    },
  }
}

export type FigureWords = Awaited<ReturnType<typeof getFigureWords>>

function monthFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
}
