import { PageHeading } from '@throughcare/ui/page-heading'
import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountMenu } from '../../../frame/account-menu.tsx'
import { Entrance } from '../../../frame/entrance.tsx'
import { paths, safePath } from '../../../paths.ts'
import { HatList } from '../../../session/hat-list.tsx'
import { apiWithoutHat } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'hats.title')

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export default async function HatsPage({ searchParams }: Props) {
  const { to } = await searchParams
  const caller = await apiWithoutHat()
  if (!caller) redirect(paths.signIn({ to: paths.hats() }))
  const { displayName, hat, hats } = await caller.access.me()
  const [t, jar] = await Promise.all([getTranslations('access.hats'), cookies()])
  return (
    <Words nouns={['access']}>
      <Entrance actions={<AccountMenu name={displayName} theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)} />}>
        {hats.length === 0 ? (
          <PageHeading lead={t('none.text')}>{t('none.heading')}</PageHeading>
        ) : (
          <>
            <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
            <HatList
              hats={hats}
              worn={hat?.membershipId ?? null}
              goOnTo={safePath(typeof to === 'string' ? to : null)}
            />
          </>
        )}
      </Entrance>
    </Words>
  )
}
