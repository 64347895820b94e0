'use client'

import type { OfferedMove } from '@throughcare/api/handoff/offered-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useSay } from './answered.tsx'
import { HandoffRefusal } from './handoff-refusal.tsx'

type Props = {
  readonly handoffId: string
  readonly seenVersion: number
  readonly status: HandoffStatus
  readonly may: readonly OfferedMove[]
  /** Whom the press is about, for whoever hears the button and does not see the row. */
  readonly name: string
  readonly size?: 'small' | undefined
}

/** The two answers that take one press: the service has it, and I have it. */
export function AnswerButtons({ handoffId, seenVersion, status, may, name, size }: Props) {
  const t = useTranslations('handoff')
  const trpc = useTRPC()
  const say = useSay()
  const acknowledge = useDeed(trpc.handoff.acknowledge.mutationOptions(), {
    onDone: () => say(t('said.acknowledge', { name })),
  })
  const accept = useDeed(trpc.handoff.accept.mutationOptions(), { onDone: () => say(t('said.accept', { name })) })
  const offersBoth = may.includes('acknowledge') && may.includes('accept')
  if (!may.includes('acknowledge') && !may.includes('accept')) return null
  return (
    <>
      <HandoffRefusal deed={acknowledge} seen={status} />
      <HandoffRefusal deed={accept} seen={status} />
      <ButtonRow>
        {may.includes('acknowledge') && (
          <Button
            size={size}
            pending={acknowledge.pending}
            pendingText={t('moving.acknowledge')}
            onClick={() => acknowledge.press({ handoffId, seenVersion })}
          >
            {t('move.acknowledge')}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
        )}
        {may.includes('accept') && (
          <Button
            size={size}
            variant={offersBoth ? 'secondary' : 'primary'}
            pending={accept.pending}
            pendingText={t('moving.accept')}
            onClick={() => accept.press({ handoffId, seenVersion, workerId: null })}
          >
            {t('move.accept')}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
        )}
      </ButtonRow>
    </>
  )
}
