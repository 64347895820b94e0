'use client'

import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly serviceId: string; readonly day: PlainDate }

/** "Send again": asks the mail server once more, now. */
export function RetryDigests(of: Props) {
  const t = useTranslations('gap.digest.failure')
  const trpc = useTRPC()
  const [told, setTold] = useState('')
  const deed = useDeed(trpc.gap.retryDigests.mutationOptions(), {
    onDone: ({ retried }) => setTold(t('retried', { count: retried })),
  })
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <Button
        variant="secondary"
        size="small"
        pending={deed.pending}
        pendingText={t('retrying')}
        onClick={() => deed.press(of)}
      >
        {t('retry')}
      </Button>
      <StatusLine>{told}</StatusLine>
    </Stack>
  )
}
