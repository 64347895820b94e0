'use client'

import type { RingCall } from '@throughcare/api/ring-list/get-ring-list'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'

/** Two lines: how to open, and what is left when somebody else or a machine answers. */
export function CallScript({ call }: { readonly call: RingCall }) {
  const t = useTranslations('ring-list.script')
  const { script, givenNames, familyName, wording } = call
  const lines = script
    ? [
        script.opening === 'own-words'
          ? t('own-words', { wording: wording ?? '' })
          : t('ask-for-them', { name: givenNames.split(' ')[0] || familyName }),
        script.machine === 'leave-own-words' ? t('leave-own-words', { wording: wording ?? '' }) : t(script.machine),
      ]
    : [t('service'), t('service-machine')]
  return (
    <Notice tone="info" heading={t('heading')} headingLevel={3}>
      <Stack gap="small">
        {lines.map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
      </Stack>
    </Notice>
  )
}
