'use client'

import { Button } from '@throughcare/ui/button'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Takes a kept filter off. */
export function RemoveFilterPress({ filterId, name }: { readonly filterId: string; readonly name: string }) {
  const t = useTranslations('handoff-list.kept')
  const trpc = useTRPC()
  const deed = useDeed(trpc.savedFilter.remove.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} />
      <Button
        size="small"
        variant="quiet"
        pending={deed.pending}
        pendingText={t('removing')}
        onClick={() => deed.press({ filterId })}
      >
        {t('remove')}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </Button>
    </>
  )
}
