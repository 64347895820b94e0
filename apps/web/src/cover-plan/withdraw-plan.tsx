'use client'

import { Button } from '@throughcare/ui/button'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly planId: string; readonly seenVersion: number }

/** Takes back what was agreed, after a question: the gap stands open again. */
export function WithdrawPlan(of: Props) {
  const t = useTranslations('cover-plan.plan')
  const trpc = useTRPC()
  const [isAsked, setAsked] = useState(false)
  const deed = useDeed(trpc.coverPlan.withdraw.mutationOptions(), { onDone: () => setAsked(false) })
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <div>
        <Button variant="secondary" size="small" onClick={() => setAsked(true)}>
          {t('withdraw')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsked && !deed.error}
        heading={t('withdraw-confirm')}
        confirmText={t('withdraw')}
        cancelText={t('keep')}
        pending={deed.pending}
        pendingText={t('withdrawing')}
        danger
        onConfirm={() => deed.press(of)}
        onCancel={() => setAsked(false)}
      >
        <p>{t('withdraw-hint')}</p>
      </ConfirmDialog>
    </Stack>
  )
}
