'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly serviceId: string
  readonly closureId: string
  readonly seenVersion: number
  /** Which days, so that the button says what it opens. */
  readonly days: string
}

/** Takes a closure back: the place is open after all. Both stay in the record. */
export function RemoveClosure({ serviceId, closureId, seenVersion, days }: Props) {
  const t = useTranslations('service')
  const trpc = useTRPC()
  const deed = useDeed(trpc.service.removeClosure.mutationOptions())
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <Button
        size="small"
        variant="secondary"
        pending={deed.pending}
        pendingText={t('saving')}
        onClick={() => deed.press({ serviceId, closureId, seenVersion })}
      >
        {t('closure.remove', { days })}
      </Button>
    </Stack>
  )
}
