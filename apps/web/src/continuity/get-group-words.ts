import { type AGE_BANDS, type Breakdown, NOT_KNOWN } from '@throughcare/domain/continuity/breakdowns'
import { DATE_LOCALES } from '@throughcare/i18n/locales'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'

type Named = readonly { readonly id: string; readonly name: string }[]

/** The places that stand in a breakdown by their ids. */
type Places = { readonly prisons: Named; readonly areas?: Named }

/** What breakdowns and their groups are called: in the words of the nouns that they come from. */
export async function getGroupWords({ prisons, areas = [] }: Places) {
  const [t, release, person, medication, { locale }] = await Promise.all([
    getTranslations('figure-group'),
    getTranslations('release'),
    getTranslations('person'),
    getTranslations('medication'),
    currentReader(),
  ])
  const named = (type: 'region' | 'language') => new Intl.DisplayNames(DATE_LOCALES[locale], { type })
  const [regions, languages] = [named('region'), named('language')]
  const nameIn = (places: Named, id: string) => places.find((place) => place.id === id)?.name ?? t(NOT_KNOWN)

  return {
    breakdown: (breakdown: Breakdown | 'prison'): string => t(`breakdown.${breakdown}`),
    /** A value that nobody has named stays as it is stored. */
    group: (breakdown: Breakdown | 'prison', value: string): string => {
      if (value === NOT_KNOWN) return t(breakdown === 'medicine' ? 'no-medicine' : NOT_KNOWN)
      switch (breakdown) {
        case 'prison':
          return nameIn(prisons, value)
        case 'area':
          return nameIn(areas, value)
        case 'weekday':
          return t(`weekday.${value as 'friday' | 'other-day'}`)
        case 'release-kind':
          return release(`kind.${value as 'planned'}`)
        case 'legal-status':
          return release(`legal-status.${value as 'remand'}`)
        case 'country':
          return regions.of(value) ?? value
        case 'sex':
          return person(`sex.${value as 'female'}`)
        case 'age-band':
          return t(`age-band.${value as (typeof AGE_BANDS)[number]['value']}`)
        case 'language':
          return languages.of(value) ?? value
        case 'medicine':
          return medication(`medicine.${value as 'methadone'}`)
      }
    },
  }
}
