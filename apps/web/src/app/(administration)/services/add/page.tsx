import { SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../../paths.ts'
import { countryOptions } from '../../../../person/name-options.ts'
import { AddServiceForm } from '../../../../service/add-form.tsx'
import { currentSession } from '../../../../session/current-session.ts'
import { mayHere } from '../../../../session/may-here.ts'
import { currentReader } from '../../../../words/current-reader.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('service', 'add.title')

/** A service that takes part from now on. */
export default async function AddServicePage() {
  if (!(await mayHere('service.add'))) forbidden()
  const [t, { locale, timeZone }, session] = await Promise.all([
    getTranslations('service'),
    currentReader(),
    currentSession(),
  ])
  const country = session?.hat?.serviceCountry ?? 'GB'
  return (
    <Words nouns={['service', 'calendar', 'custody-episode']}>
      <Stack gap="large">
        <Breadcrumbs
          label={t('list.title')}
          items={[{ text: t('page.back'), href: paths.services() }, { text: t('add.title') }]}
        />
        <PageHeading lead={t('add.lead')}>{t('add.title')}</PageHeading>
        <AddServiceForm
          kinds={SERVICE_KINDS.map((code) => ({ value: code, text: t(`kind.${code}`) }))}
          countries={countryOptions(locale, country)}
          zones={[...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
            value: zone,
            text: zone,
          }))}
          country={country}
          timeZone={timeZone}
        />
      </Stack>
    </Words>
  )
}
