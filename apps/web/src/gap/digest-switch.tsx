'use client'

import { Section } from '@throughcare/ui/section'
import { StatusLine } from '@throughcare/ui/status-line'
import { Switch } from '@throughcare/ui/switch'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly wanted: boolean; readonly version: number }

/** Whether the counts come by e-mail at opening time. Acts at once, and shows what is stored. */
export function DigestSwitch({ wanted, version }: Props) {
  const t = useTranslations('gap.digest.setting')
  const trpc = useTRPC()
  const [saved, setSaved] = useState<boolean | null>(null)
  const deed = useDeed(trpc.gap.chooseDigest.mutationOptions(), { onDone: (choice) => setSaved(choice.wanted) })
  return (
    <Section heading={t('heading')}>
      <Switch
        name="digest"
        label={t('label')}
        description={t('hint')}
        checked={wanted}
        aria-disabled={deed.pending}
        onChange={() => deed.press({ seenVersion: version, wanted: !wanted })}
      />
      {deed.error ? (
        <StatusLine tone="attention">{t('not-saved')}</StatusLine>
      ) : (
        <StatusLine>{saved === null ? null : t('saved', { wanted: String(saved) })}</StatusLine>
      )}
    </Section>
  )
}
