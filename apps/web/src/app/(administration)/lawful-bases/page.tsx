import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import {
  BASIS_GROUPS,
  LAWFUL_BASES,
  type LawfulBasis,
  SHARING_COUNTRIES,
} from '@throughcare/domain/consent/lawful-bases'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../../../words/current-reader.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('consent', 'bases.title')

/** On what information is shared, by country: what is not confirmed says so, and where nobody has said anything it says that. */
export default async function LawfulBasesPage() {
  const [t, format, { locale }] = await Promise.all([getTranslations('consent'), getFormat(), currentReader()])
  const country = new Intl.DisplayNames([locale], { type: 'region' })
  const said = (basis: LawfulBasis | null) =>
    basis
      ? t('law.not-confirmed', {
          law: t(`law.${basis.law as 'consent'}`),
          source: basis.source,
          day: format.day(getPlainDate(basis.reviewBy)),
        })
      : t('law.local')
  return (
    <Stack gap="large">
      <PageHeading lead={t('bases.lead')}>{t('bases.heading')}</PageHeading>
      <Table
        caption={t('bases.caption')}
        columns={[
          { key: 'country', header: t('bases.country'), isRowHeader: true },
          ...BASIS_GROUPS.map((group) => ({ key: group, header: t(`group.${group}`) })),
        ]}
        rows={SHARING_COUNTRIES.map((code) => ({
          key: code,
          cells: {
            country: country.of(code) ?? code,
            ...Object.fromEntries(BASIS_GROUPS.map((group) => [group, said(LAWFUL_BASES[code][group])])),
          },
        }))}
      />
    </Stack>
  )
}
