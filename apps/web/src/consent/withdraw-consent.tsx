'use client'

import { Button } from '@throughcare/ui/button'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Withdraws one consent, or all of a case where none is named, after a question. No reason is asked. */
export function WithdrawConsent({
  episodeId,
  consentId,
}: {
  readonly episodeId: string
  readonly consentId: string | null
}) {
  const t = useTranslations('consent.withdraw')
  const trpc = useTRPC()
  const [isAsked, setAsked] = useState(false)
  const deed = useDeed(trpc.consent.withdraw.mutationOptions(), { onDone: () => setAsked(false) })
  const text = t(consentId === null ? 'all' : 'press')
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <div>
        <Button variant="secondary" size="small" onClick={() => setAsked(true)}>
          {text}
        </Button>
      </div>
      <StatusLine>{deed.done && !deed.error ? t('done') : ''}</StatusLine>
      <ConfirmDialog
        open={isAsked && !deed.error}
        heading={t('heading')}
        confirmText={text}
        cancelText={t('cancel')}
        pending={deed.pending}
        pendingText={t('pressing')}
        danger
        onConfirm={() => deed.press({ episodeId, consentId, ownWords: null })}
        onCancel={() => setAsked(false)}
      >
        <p>{t(consentId === null ? 'lead-all' : 'lead')}</p>
      </ConfirmDialog>
    </Stack>
  )
}
