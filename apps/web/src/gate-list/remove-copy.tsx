'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Gate } from './use-gate.ts'

/** Takes everything off this device, also without network; and locks the screen. */
export function RemoveCopy({ gate }: { readonly gate: Gate }) {
  const t = useTranslations('gate-list.remove')
  const [asks, setAsks] = useState(false)
  return (
    <ButtonRow>
      {gate.phase === 'open' && (
        <Button variant="secondary" onClick={gate.lock}>
          {t('lock')}
        </Button>
      )}
      <Button variant="quiet" onClick={() => setAsks(true)}>
        {t('open')}
      </Button>
      <ConfirmDialog
        open={asks}
        danger
        heading={t('heading')}
        confirmText={t('yes')}
        cancelText={t('no')}
        onConfirm={() => {
          setAsks(false)
          void gate.remove()
        }}
        onCancel={() => setAsks(false)}
      >
        <p>{t('text', { count: gate.unsent })}</p>
      </ConfirmDialog>
    </ButtonRow>
  )
}
