import { Card } from '@throughcare/ui/card'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../../../frame/entrance.tsx'
import { LookChoice } from '../../../frame/look-choice.tsx'
import { paths } from '../../../paths.ts'
import { ResetForm } from '../../../session/reset-form.tsx'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'reset.title')

/** Asking for a link to a new password. What it answers is the same for everybody. */
export default async function ResetPage() {
  const [t, jar] = await Promise.all([getTranslations('access.reset'), cookies()])
  return (
    <Words nouns={['access']}>
      <Entrance actions={<LookChoice theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)} />}>
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Card>
          <ResetForm />
        </Card>
        <p>
          <Link href={paths.signIn()}>{t('back')}</Link>
        </p>
      </Entrance>
    </Words>
  )
}
