'use client'

import { Button } from '@throughcare/ui/button'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly noteId: string; readonly seenVersion: number }

/** Takes back what somebody said, after a question: what it held is gone. */
export function TakeBack(of: Props) {
  const t = useTranslations('sharing-note.take-back')
  const trpc = useTRPC()
  const [isAsked, setAsked] = useState(false)
  const deed = useDeed(trpc.sharingNote.takeBack.mutationOptions(), { onDone: () => setAsked(false) })
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <div>
        <Button variant="secondary" size="small" onClick={() => setAsked(true)}>
          {t('press')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsked && !deed.error}
        heading={t('heading')}
        confirmText={t('press')}
        cancelText={t('cancel')}
        pending={deed.pending}
        pendingText={t('pressing')}
        danger
        onConfirm={() => deed.press(of)}
        onCancel={() => setAsked(false)}
      >
        <p>{t('lead')}</p>
      </ConfirmDialog>
    </Stack>
  )
}
