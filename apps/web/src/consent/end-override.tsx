'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly overrideId: string; readonly seenVersion: number }

/** Ends sharing without consent before its time. */
export function EndOverride({ episodeId, overrideId, seenVersion }: Props) {
  const t = useTranslations('consent.override')
  const trpc = useTRPC()
  const deed = useDeed(trpc.consent.override.mutationOptions())
  const nothing = { legalBasis: null, reason: null, serviceIds: [], categories: [], hours: null }
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <div>
        <Button
          variant="secondary"
          size="small"
          pending={deed.pending}
          pendingText={t('ending')}
          onClick={() => deed.press({ ...nothing, episodeId, overrideId, seenVersion })}
        >
          {t('end')}
        </Button>
      </div>
    </Stack>
  )
}
