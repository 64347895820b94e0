'use client'

import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly episodeId: string
  readonly treatmentId: string
  readonly seenVersion: number
  /** Today in the prison's zone, by the server's clock. */
  readonly today: PlainDate
}

/** "On regime today": one press instead of every single dose inside. */
export function ConfirmRegime({ episodeId, treatmentId, seenVersion, today }: Props) {
  const t = useTranslations('medication.regime')
  const trpc = useTRPC()
  const deed = useDeed(trpc.medication.confirmRegime.mutationOptions())
  return (
    <FormBody>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <p>{t('hint')}</p>
      <div>
        <Button
          variant="secondary"
          pending={deed.pending}
          pendingText={t('confirming')}
          onClick={() => deed.press({ episodeId, treatmentId, seenVersion, confirmedOn: today })}
        >
          {t('confirm')}
        </Button>
      </div>
      <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
    </FormBody>
  )
}
