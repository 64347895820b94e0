import type { Area } from '@throughcare/domain/checklist/areas'
import { DATE_LOCALES } from '@throughcare/i18n/locales'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'

/** A Monday: weekdays are named from it. */
const MONDAY = Date.UTC(2024, 0, 1)

/** How services read in this reader's language. */
export async function getServiceWords() {
  const [t, area, { locale }] = await Promise.all([
    getTranslations('service'),
    getTranslations('area'),
    currentReader(),
  ])
  const countries = new Intl.DisplayNames(DATE_LOCALES[locale], { type: 'region' })
  const days = new Intl.DateTimeFormat(DATE_LOCALES[locale], { weekday: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(DATE_LOCALES[locale], { type: 'unit' })
  return {
    /** Harbourside, United Kingdom */
    place: ({ areaName, country }: { areaName: string; country: string }) =>
      `${areaName}, ${countries.of(country) ?? country}`,
    /** 1 is Monday. */
    weekday: (weekday: number) => days.format(new Date(MONDAY + (weekday - 1) * 86_400_000)),
    receives: (areas: readonly string[]) =>
      areas.length === 0 ? t('list.receives-nothing') : lists.format(areas.map((each) => area(`name.${each as Area}`))),
    doses: (canDose: boolean) => t(canDose ? 'list.gives-doses' : 'list.no-doses'),
  }
}
