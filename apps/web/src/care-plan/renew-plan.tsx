'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly seenVersion: number; readonly ruleSet: string }

/** Brings the plan to the rules whose difference stands above the press. */
export function RenewPlan(of: Props) {
  const t = useTranslations('care-plan.rules')
  const trpc = useTRPC()
  const deed = useDeed(trpc.carePlan.renew.mutationOptions())
  return (
    <Stack gap="small">
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <div>
        <Button pending={deed.pending} pendingText={t('renewing')} onClick={() => deed.press(of)}>
          {t('renew')}
        </Button>
      </div>
    </Stack>
  )
}
