import { SEXES } from '@throughcare/domain/person/sexes'
import { CERTAINTIES, LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../../paths.ts'
import { AddPersonForm } from '../../../../person/add-person-form.tsx'
import { countryOptions, languageOptions } from '../../../../person/name-options.ts'
import { currentSession } from '../../../../session/current-session.ts'
import { mayHere } from '../../../../session/may-here.ts'
import { currentReader } from '../../../../words/current-reader.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('person', 'add.title')

/** Adding a person: search first, so that nobody is entered twice. */
export default async function AddPersonPage() {
  if (!(await mayHere('person.add'))) forbidden()
  const [t, release, { locale }, signedIn] = await Promise.all([
    getTranslations('person'),
    getTranslations('release'),
    currentReader(),
    currentSession(),
  ])
  const country = signedIn?.hat?.serviceCountry ?? 'GB'
  return (
    <Words nouns={['person', 'custody-episode', 'calendar']}>
      <Stack gap="large">
        <Breadcrumbs
          label={t('add.where')}
          items={[{ text: t('search.title'), href: paths.persons() }, { text: t('add.title') }]}
        />
        <PageHeading>{t('add.heading')}</PageHeading>
        <p>
          <Link href={paths.backInside()}>{t('add.back-inside')}</Link>
        </p>
        <AddPersonForm
          country={country}
          choices={{
            countries: countryOptions(locale, country),
            languages: languageOptions(locale),
            sexes: SEXES.map((code) => ({ value: code, text: t(`sex.${code}`) })),
            legalStatuses: LEGAL_STATUSES.map((code) => ({ value: code, text: release(`legal-status.${code}`) })),
            certainties: CERTAINTIES.map((code) => ({ value: code, text: release(`certainty.${code}`) })),
          }}
        />
      </Stack>
    </Words>
  )
}
