'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly mergeId: string
  readonly version: number
  readonly isParting: boolean
  /** Whoever looks asked for it: then it can be taken back, and nothing else. */
  readonly isOwn: boolean
}

/** The second person's answer. */
export function AnswerMerge({ mergeId, version, isParting, isOwn }: Props) {
  const t = useTranslations('merge.answer')
  const trpc = useTRPC()
  const deed = useDeed(trpc.merge.answer.mutationOptions())
  const press = (answer: 'confirm' | 'decline' | 'take-back') => deed.press({ mergeId, seenVersion: version, answer })
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      {isOwn ? (
        <>
          <p>{t('own')}</p>
          <ButtonRow>
            <Button
              variant="secondary"
              pending={deed.pending}
              pendingText={t('answering')}
              onClick={() => press('take-back')}
            >
              {t('take-back')}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <ButtonRow>
          <Button pending={deed.pending} pendingText={t('answering')} onClick={() => press('confirm')}>
            {t(isParting ? 'confirm-part' : 'confirm-merge')}
          </Button>
          <Button
            variant="secondary"
            pending={deed.pending}
            pendingText={t('answering')}
            onClick={() => press('decline')}
          >
            {t('decline')}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}
