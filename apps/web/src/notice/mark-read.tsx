'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** "Mark these as read": the unread notices of the page. */
export function MarkRead({ noticeIds }: { readonly noticeIds: string[] }) {
  const t = useTranslations('notice.list')
  const trpc = useTRPC()
  const [told, setTold] = useState<string | null>(null)
  const deed = useDeed(trpc.notice.markRead.mutationOptions(), {
    onDone: ({ read }) => setTold(t('marked', { count: read })),
  })
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      {noticeIds.length > 0 && (
        <ButtonRow>
          <Button
            variant="secondary"
            pending={deed.pending}
            pendingText={t('marking')}
            onClick={() => deed.press({ noticeIds })}
          >
            {t('mark')}
          </Button>
        </ButtonRow>
      )}
      <StatusLine>{told}</StatusLine>
    </Stack>
  )
}
