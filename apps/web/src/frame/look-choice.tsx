'use client'

import { Stack } from '@throughcare/ui/layout'
import { Menu } from '@throughcare/ui/menu'
import type { ThemeChoice } from '@throughcare/ui/theme-choice'
import { ThemeSwitch } from '@throughcare/ui/theme-switch'
import { useTranslations } from 'next-intl'
import { LanguageChoice } from './language-choice.tsx'

/** Colours and language, before anybody is signed in. */
export function LookChoice({ theme }: { readonly theme: ThemeChoice }) {
  const t = useTranslations('frame')
  return (
    <Menu label={t('menu.look')} icon="settings">
      <Stack>
        <ThemeSwitch
          legend={t('theme.legend')}
          words={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
          initial={theme}
        />
        <LanguageChoice />
      </Stack>
    </Menu>
  )
}
