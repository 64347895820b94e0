'use client'

import { Button } from '@throughcare/ui/button'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly callId: string; readonly name: string }

/** "We have rung": the urgent line goes from both services' pages, and says who rang. */
export function CallMade({ episodeId, callId, name }: Props) {
  const t = useTranslations('dose-list')
  const trpc = useTRPC()
  const deed = useDeed(trpc.doseList.recordCall.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <Button
        variant="secondary"
        pending={deed.pending}
        pendingText={t('press.saving')}
        onClick={() => deed.press({ episodeId, callId })}
      >
        {t('double.rang')}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </Button>
    </>
  )
}
