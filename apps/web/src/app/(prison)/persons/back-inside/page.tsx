import { LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../../paths.ts'
import { TakeInForm } from '../../../../release/take-in-form.tsx'
import { mayHere } from '../../../../session/may-here.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('release', 'take-in.title')

/** Somebody whom another prison released is inside again, here. */
export default async function BackInsidePage() {
  if (!(await mayHere('release.take-in'))) forbidden()
  const [t, person] = await Promise.all([getTranslations('release'), getTranslations('person')])
  return (
    <Words nouns={['release', 'person', 'calendar']}>
      <Stack gap="large">
        <Breadcrumbs
          label={person('add.where')}
          items={[{ text: person('search.title'), href: paths.persons() }, { text: t('take-in.title') }]}
        />
        <PageHeading lead={t('take-in.lead')}>{t('take-in.heading')}</PageHeading>
        <TakeInForm statuses={LEGAL_STATUSES.map((code) => ({ value: code, text: t(`legal-status.${code}`) }))} />
      </Stack>
    </Words>
  )
}
