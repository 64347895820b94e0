import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { LeftOutRow, PackItem } from '@throughcare/domain/country-pack/country-pack'
import { DATE_LOCALES } from '@throughcare/i18n/locales'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

type Place = { code: string; country: string }
type Limits = Pick<PackItem, 'earliest' | 'latest' | 'leadDays'>

/** What a country's pack says, in the reader's words. Language and country are separate: the pack is the release's. */
export async function getPackWords() {
  const [t, items, checklist, format, { locale }] = await Promise.all([
    getTranslations('country-pack'),
    getTranslations('checklist.item'),
    getTranslations('checklist'),
    getFormat(),
    currentReader(),
  ])
  const countries = new Intl.DisplayNames(DATE_LOCALES[locale], { type: 'region' })
  const said = (key: string): string => (t.has(key) ? t(key) : t('local'))

  const title = (code: string): string => (items.has(code) ? items(code) : code)

  /** The country, or the part of it in which the pack holds. */
  const place = ({ code, country }: Place): string =>
    t.has(`place.${code}`) ? t(`place.${code}`) : (countries.of(country) ?? country)

  const offset = (side: 'earliest' | 'latest', days: number): string => {
    if (days === 0) return t(`${side}.at-release`)
    return t(days < 0 ? `${side}.before` : `${side}.after`, { days: Math.abs(days) })
  }

  /** In days from the release, as the law has them: no release is known here. */
  const limits = ({ earliest, latest, leadDays }: Limits): string[] => [
    ...(earliest === null && latest === null ? [t('no-limit')] : []),
    ...(earliest === null ? [] : [offset('earliest', earliest.days)]),
    ...(latest === null ? [] : [offset('latest', latest.days)]),
    ...(latest?.hard ? [t('latest.hard')] : []),
    ...(leadDays === null ? [] : [t('lead-days', { days: leadDays })]),
  ]

  /** The same for one release: days on the calendar. What has no limit is left unsaid. */
  const limitDays = (item: Limits, releaseOn: PlainDate | null): string[] => {
    const { earliest, latest, leadDays } = item
    if (releaseOn === null) return earliest === null && latest === null && leadDays === null ? [] : limits(item)
    const day = (days: number) => format.day(addDays(releaseOn, days), 'weekday')
    return [
      ...(earliest === null ? [] : [t('earliest.on', { day: day(earliest.days) })]),
      ...(latest === null ? [] : [t(latest.hard ? 'latest.hard-on' : 'latest.on', { day: day(latest.days) })]),
      ...(leadDays === null ? [] : [t('lead-days', { days: leadDays })]),
    ]
  }

  /** Why a row of the research is no item. */
  const because = ({ because: why, item }: LeftOutRow): string =>
    t(`because.${why}`, { item: item === undefined ? '' : title(item) })

  return {
    title,
    place,
    limits,
    limitDays,
    because,
    owner: (side: PackItem['ownerSide']): string => checklist(`owner.${side}`),
    why: (code: string): string => said(`why.${code}`),
    office: (code: string): string => said(`office.${code}`),
    evidence: (code: string): string => said(`evidence.${code}`),
    /** What to do when it is too late; null where there is no latest day. */
    instead: (code: string): string | null => (t.has(`instead.${code}`) ? t(`instead.${code}`) : null),
    leftOut: (pack: string, row: string): string => said(`left-out.${pack}.${row}`),
    verified: ({ verifiedOn }: Pick<PackItem, 'verifiedOn'>): string | null =>
      verifiedOn === null ? null : t('verified', { day: format.day(verifiedOn) }),
  }
}
