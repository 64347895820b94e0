import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { OwnFactor } from '../../../../session/own-factor.tsx'
import { OwnSessions } from '../../../../session/own-sessions.tsx'
import { PasswordForm } from '../../../../session/password-form.tsx'
import { api } from '../../../../trpc/server.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'account.title')

/** Where somebody is signed in, and how: sessions, second factor, password. */
export default async function OwnSignInPage() {
  const caller = await api()
  const [own, t] = await Promise.all([caller.access.sessions(), getTranslations('access.account')])
  return (
    <Words nouns={['access']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Section heading={t('sessions.heading')} lead={t('sessions.lead')} card>
          <OwnSessions sessions={own.sessions} />
        </Section>
        <Section heading={t('factor.heading')} card>
          <OwnFactor hasFactor={own.hasFactor} needsFactor={own.needsFactor} codesLeft={own.codesLeft} />
        </Section>
        <Section heading={t('password.heading')} card>
          <PasswordForm />
        </Section>
      </Stack>
    </Words>
  )
}
