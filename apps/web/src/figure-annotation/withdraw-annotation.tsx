'use client'

import { Button } from '@throughcare/ui/button'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Takes what was written off the charts. */
export function WithdrawAnnotation({ annotationId, of }: { readonly annotationId: string; readonly of: string }) {
  const t = useTranslations('figure-annotation.withdraw')
  const trpc = useTRPC()
  const deed = useDeed(trpc.figureAnnotation.withdraw.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <Button
        size="small"
        variant="quiet"
        pending={deed.pending}
        pendingText={t('pending')}
        onClick={() => deed.press({ annotationId })}
      >
        {t('button')}
        <VisuallyHidden>: {of}</VisuallyHidden>
      </Button>
    </>
  )
}
