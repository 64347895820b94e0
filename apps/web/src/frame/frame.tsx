import { isApprover } from '@throughcare/domain/rule-set/decide-rule-set-move'
import { AppHeader } from '@throughcare/ui/app-header'
import { PageFrame, type PageFrameProps } from '@throughcare/ui/page-frame'
import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CannotSave } from '../notice/cannot-save.tsx'
import { MessagesDelayed } from '../notice/messages-delayed.tsx'
import { paths } from '../paths.ts'
import { isDemo } from '../session/current-session.ts'
import { api } from '../trpc/server.ts'
import { AccountMenu } from './account-menu.tsx'
import { Connection } from './connection.tsx'
import { MainMenu } from './main-menu.tsx'
import { homeOf, menuOf } from './nav-items.ts'

type Props = { readonly children: ReactNode; readonly width?: PageFrameProps['width'] }

/**
 * What stands around every page of somebody who is signed in: product, demo mark, the hat, the menu of their role, the ways
 * out. Sends whoever is not signed in to the door, and whoever wears no hat to choose one.
 */
export async function Frame({ children, width }: Props) {
  const caller = await api()
  const { hat, hats, displayName } = await caller.access.me()
  if (!hat) return null
  const [t, access, notice, jar, { unread, delayedSince, cannotSave }] = await Promise.all([
    getTranslations('frame'),
    getTranslations('access'),
    getTranslations('notice.bar'),
    cookies(),
    caller.notice.standing(),
  ])
  const waiting = unread > 0 ? { value: String(unread), words: notice('unread', { unread }) } : undefined
  return (
    <PageFrame
      skipText={t('skip')}
      width={width}
      header={
        <AppHeader
          productName={t('product')}
          homeHref={homeOf(hat.role)}
          demoMark={isDemo() ? t('demo') : undefined}
          hat={{
            label: t('hat.label'),
            service: hat.serviceName,
            role: access(`role.${hat.role}`),
            change: hats.length > 1 ? { href: paths.hats(), text: t('hat.change') } : undefined,
          }}
          actions={
            <AccountMenu
              name={displayName}
              theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)}
              changesHat={hats.length > 1}
              approves={isApprover(hat)}
            />
          }
        />
      }
      navigation={
        <MainMenu places={menuOf(hat.role, hat.serviceKind, hat.grants)} counts={{ [paths.notices()]: waiting }} />
      }
      footer={<p>{t('footer.emergency')}</p>}
    >
      <Connection />
      <CannotSave now={cannotSave} />
      <MessagesDelayed since={delayedSince} />
      {children}
    </PageFrame>
  )
}
