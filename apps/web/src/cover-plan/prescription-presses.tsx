'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly prescriptionId: string; readonly seenVersion: number }

/** What became of a prescription that was written. */
export function PrescriptionPresses(of: Props) {
  const t = useTranslations('cover-plan.prescription.set')
  const trpc = useTRPC()
  const deed = useDeed(trpc.coverPlan.setPrescription.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <ButtonRow>
        <Button
          variant="secondary"
          size="small"
          pending={deed.pending}
          pendingText={t('saving')}
          onClick={() => deed.press({ ...of, status: 'collected' })}
        >
          {t('collected')}
        </Button>
        <Button variant="quiet" size="small" onClick={() => deed.press({ ...of, status: 'cancelled' })}>
          {t('cancelled')}
        </Button>
      </ButtonRow>
    </>
  )
}
