import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../../../frame/entrance.tsx'
import { GatePicture } from '../../../frame/gate-picture.tsx'
import { LookChoice } from '../../../frame/look-choice.tsx'
import { paths, safePath } from '../../../paths.ts'
import { Arrived } from '../../../session/arrived.tsx'
import { currentlyAwaits, currentSession, isDemo } from '../../../session/current-session.ts'
import { ProviderEntrance } from '../../../session/provider-entrance.tsx'
import { providerState } from '../../../session/provider-state.ts'
import { SignInForm } from '../../../session/sign-in-form.tsx'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'
import styles from './sign-in.module.css'

export const generateMetadata = pageTitle('access', 'sign-in.title')

/** Why somebody stands at the door again; anything else in the address says nothing. */
const REASONS = ['ended', 'ended-everywhere', 'expired', 'locked', 'unavailable', 'password-set'] as const

type Props = { searchParams: Promise<{ to?: string | string[]; because?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { to, because } = await searchParams
  const goOnTo = safePath(typeof to === 'string' ? to : null)
  const [signedIn, awaits] = await Promise.all([currentSession(), currentlyAwaits()]).catch(() => [null, null])
  // Whoever comes from the identity provider has pressed nothing here: what the form does after a sign-in is done by this.
  const hasArrived = signedIn !== null && because === 'arrived'
  if (signedIn && !hasArrived) redirect(goOnTo)
  const [t, jar] = await Promise.all([getTranslations('access.sign-in'), cookies()])
  const reason = REASONS.find((known) => known === because)
  const provider = providerState()
  return (
    <Words nouns={['access']}>
      <Entrance actions={<LookChoice theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)} />}>
        <div className={styles.door}>
          <div className={styles.picture}>
            <GatePicture />
            <p className={styles.promise}>{t('promise')}</p>
          </div>
          <div className={styles.form}>
            <h1>{t('heading')}</h1>
            {reason && <Notice tone="info">{t(reason)}</Notice>}
            {provider && !hasArrived && !awaits && (
              <ProviderEntrance provider={provider} because={because} goOnTo={goOnTo} />
            )}
            {hasArrived ? <Arrived goOnTo={goOnTo} /> : <SignInForm goOnTo={goOnTo} awaits={awaits} />}
            {!hasArrived && (
              <p>
                <Link href={paths.reset()}>{t('forgot')}</Link>
              </p>
            )}
            {isDemo() && (
              <Notice tone="attention" heading={t('demo.heading')}>
                {t('demo.text')}
              </Notice>
            )}
            <p className={styles.privacy}>{t('privacy')}</p>
          </div>
        </div>
      </Entrance>
    </Words>
  )
}
