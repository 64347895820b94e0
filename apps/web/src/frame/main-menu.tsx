'use client'

import { Navigation } from '@throughcare/ui/navigation'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { MenuPlace } from './nav-items.ts'

/** The main menu; knows where the reader is. */
export function MainMenu({ places }: { readonly places: readonly MenuPlace[] }) {
  const t = useTranslations('frame.navigation')
  const path = usePathname()
  return (
    <Navigation
      label={t('label')}
      moreText={t('more')}
      items={places.map(({ word, href, icon }) => ({
        href,
        icon,
        text: t(word),
        current: path === href || path.startsWith(`${href}/`),
      }))}
    />
  )
}
