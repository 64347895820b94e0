'use client'

import { Button } from '@throughcare/ui/button'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** A second manager lets a file go. */
export function ApproveExport({ exportId }: { readonly exportId: string }) {
  const t = useTranslations('figure-export.approve')
  const trpc = useTRPC()
  const deed = useDeed(trpc.figureExport.approve.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} />
      <Button
        variant="secondary"
        size="small"
        pending={deed.pending}
        pendingText={t('pending')}
        onClick={() => deed.press({ exportId })}
      >
        {t('submit')}
      </Button>
    </>
  )
}
