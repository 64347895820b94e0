import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import type { ProviderState } from './provider-state.ts'

type Props = { provider: ProviderState; because: string | string[] | undefined; goOnTo: string }

/** The way in by the identity provider; while it is away, that it is, and that the account here works. */
export async function ProviderEntrance({ provider: { label, awaySince }, because, goOnTo }: Props) {
  const t = await getTranslations('access.sign-in')
  const isAway = awaySince !== null || because === 'provider-away'
  return (
    <>
      {isAway && <Notice tone="attention">{t('provider-away', { label })}</Notice>}
      {!isAway && because === 'provider-refused' && (
        <Notice tone="attention">{t('provider-refused', { label })}</Notice>
      )}
      {!isAway && (
        <LinkButton href={paths.signInByProvider(goOnTo)} variant="secondary" leadsAway>
          {t('provider', { label })}
        </LinkButton>
      )}
      <p>{t('own-account')}</p>
    </>
  )
}
