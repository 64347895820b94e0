'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** "Try these again": what was given up of one queue. */
export function RetryJobs({ name }: { readonly name: string }) {
  const t = useTranslations('job')
  const trpc = useTRPC()
  const [told, setTold] = useState<string | null>(null)
  const deed = useDeed(trpc.job.retry.mutationOptions(), {
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
        onClick={() => deed.press({ name })}
      >
        {t('retry')}
      </Button>
      <StatusLine>{told}</StatusLine>
    </Stack>
  )
}
