import { isFirstAdministratorKey } from '@throughcare/api/access/first-administrator'
import { Card } from '@throughcare/ui/card'
import { PageHeading } from '@throughcare/ui/page-heading'
import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../../../frame/entrance.tsx'
import { LookChoice } from '../../../frame/look-choice.tsx'
import { FirstAdministratorForm } from '../../../session/first-administrator-form.tsx'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'first-administrator.title')

type Props = { searchParams: Promise<{ key?: string | string[] }> }

/** What the one-time link of a new installation opens; nothing at all for any other key, and once somebody is there. */
export default async function FirstAdministratorPage({ searchParams }: Props) {
  const { key } = await searchParams
  if (typeof key !== 'string' || !(await isFirstAdministratorKey(key, process.env.NEXTAUTH_SECRET ?? ''))) notFound()
  const [t, jar] = await Promise.all([getTranslations('access.first-administrator'), cookies()])
  return (
    <Words nouns={['access']}>
      <Entrance actions={<LookChoice theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)} />}>
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Card>
          <FirstAdministratorForm linkKey={key} timeZones={['UTC', ...Intl.supportedValuesOf('timeZone')]} />
        </Card>
      </Entrance>
    </Words>
  )
}
