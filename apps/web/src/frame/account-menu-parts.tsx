'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { ThemeSwitch } from '@throughcare/ui/theme-switch'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '../form/use-deed.ts'
import { paths } from '../paths.ts'
import { signOutHere } from '../session/sign-out-here.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { AccountMenuProps } from './account-menu.tsx'
import { LanguageChoice } from './language-choice.tsx'

/** What stands in the account menu, once it is opened: colours, language, one's own sign-in, and the two ways out. */
export function AccountMenuParts({ theme, changesHat = false, approves = false }: Omit<AccountMenuProps, 'name'>) {
  const t = useTranslations('frame')
  const trpc = useTRPC()
  const [leaving, setLeaving] = useState<'no' | 'pending' | 'failed'>('no')
  const everywhere = useDeed(trpc.access.signOutEverywhere.mutationOptions(), {
    refresh: false,
    onDone: () => leave('ended-everywhere'),
  })

  /** A whole new page, so that nothing of the session stays in this tab's memory. */
  async function leave(because: 'ended' | 'ended-everywhere') {
    setLeaving('pending')
    // What was pressed at the gate and not sent is shown first.
    const isLeft = await import('../gate-list/forget-list.ts').then((gate) => gate.leaveGate()).catch(() => true)
    if (!isLeft) return window.location.assign(paths.gateList())
    if (await signOutHere()) window.location.replace(paths.signIn({ because }))
    else setLeaving('failed')
  }

  return (
    <Stack>
      <ThemeSwitch
        legend={t('theme.legend')}
        words={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
        initial={theme}
      />
      <LanguageChoice keepInAccount />
      <Link href={paths.ownSignIn()}>{t('menu.own-sign-in')}</Link>
      {changesHat && <Link href={paths.hats()}>{t('hat.change')}</Link>}
      {approves && <Link href={paths.ruleSets()}>{t('menu.rule-sets')}</Link>}
      <Stack gap="small">
        <Button
          variant="secondary"
          pending={leaving === 'pending'}
          pendingText={t('menu.signing-out')}
          onClick={() => leave('ended')}
        >
          {t('menu.sign-out')}
        </Button>
        <Button
          variant="quiet"
          pending={everywhere.pending}
          pendingText={t('menu.signing-out')}
          onClick={() => everywhere.press({})}
        >
          {t('menu.sign-out-everywhere')}
        </Button>
        {(leaving === 'failed' || everywhere.error) && (
          <Notice tone="urgent" role="alert">
            {t('menu.sign-out-failed')}
          </Notice>
        )}
      </Stack>
    </Stack>
  )
}
