'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { ProgressBar } from '@throughcare/ui/progress-bar'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

const LOOK_AGAIN_MS = 1_000

type Props = { readonly simulationId: string; readonly state: 'waiting' | 'running'; readonly percent: number }

/** How far a replay is; looks again every second until it has ended, and stops it. */
export function RunningSimulation({ simulationId, state, percent }: Props) {
  const t = useTranslations('simulation.run')
  const trpc = useTRPC()
  const router = useRouter()
  const deed = useDeed(trpc.simulation.cancel.mutationOptions())
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [router])
  return (
    <Stack gap="small">
      <ProgressBar
        label={t('label')}
        value={percent}
        max={100}
        text={state === 'waiting' ? t('waiting') : t('running', { percent })}
      />
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <ButtonRow>
        <Button
          variant="secondary"
          pending={deed.pending}
          pendingText={t('cancelling')}
          onClick={() => deed.press({ simulationId })}
        >
          {t('cancel')}
        </Button>
      </ButtonRow>
    </Stack>
  )
}
