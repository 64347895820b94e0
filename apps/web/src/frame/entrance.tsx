import { AppHeader } from '@throughcare/ui/app-header'
import { PageFrame } from '@throughcare/ui/page-frame'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { isDemo } from '../session/current-session.ts'

type Props = { readonly children: ReactNode; readonly actions?: ReactNode }

/** What stands around the pages before anybody acts for a service: no hat, no menu. */
export async function Entrance({ children, actions }: Props) {
  const t = await getTranslations('frame')
  return (
    <PageFrame
      skipText={t('skip')}
      header={
        <AppHeader
          productName={t('product')}
          homeHref={paths.home()}
          demoMark={isDemo() ? t('demo') : undefined}
          actions={actions}
        />
      }
      footer={<p>{t('footer.about')}</p>}
    >
      {children}
    </PageFrame>
  )
}
