'use client'

import { Navigation, type NavigationItem } from '@throughcare/ui/navigation'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { MenuPlace } from './nav-items.ts'

type Props = {
  readonly places: readonly MenuPlace[]
  /** How many wait in a place, by its address, and the same in words. */
  readonly counts?: Readonly<Record<string, NavigationItem['count']>>
}

/** The main menu; knows where the reader is. */
export function MainMenu({ places, counts = {} }: Props) {
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
        count: counts[href],
        current: path === href || path.startsWith(`${href}/`),
      }))}
    />
  )
}
