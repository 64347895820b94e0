'use client'

import { EVENT_UNDO_REASONS } from '@throughcare/domain/custody-episode/custody-event-codes'
import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FormWithReason } from '../form/form-with-reason.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

const RESOLVER = lazyResolver(() =>
  import('@throughcare/domain/custody-episode/custody-event-inputs').then((loaded) => loaded.AnswerEventInput),
)

type Props = { readonly episodeId: string; readonly eventId: string }

/** A second person says that it is so, or somebody that it is over: one press, with what it means beside it. */
export function SayToEvent({ episodeId, eventId, answer }: Props & { readonly answer: 'confirmed' | 'over' }) {
  const t = useTranslations('custody-episode.event')
  const deed = useDeed(useTRPC().custodyEpisode.answerEvent.mutationOptions())
  const isDeath = answer === 'confirmed'
  return (
    <Stack gap="small">
      <p>{t(isDeath ? 'confirm-death.lead' : 'over-lead')}</p>
      <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{}} yours={{}} onLoad={deed.reload} />
      <Button
        onClick={() => deed.press({ episodeId, eventId, answer })}
        pending={deed.pending}
        pendingText={t(isDeath ? 'confirm-death.pending' : 'over-pending')}
      >
        {t(isDeath ? 'confirm-death.press' : 'over-press')}
      </Button>
    </Stack>
  )
}

/** It was wrong: everything as before, with a reason, and both entries stay. */
export function TakeEventBack({ episodeId, eventId }: Props) {
  const t = useTranslations('custody-episode.event.take-back')
  const deed = useDeed(useTRPC().custodyEpisode.answerEvent.mutationOptions())
  const labels = { reason: t('legend'), words: t('words') }
  return (
    <FormWithReason
      say={{
        ...labels,
        open: t('open'),
        lead: t('lead'),
        legend: labels.reason,
        confirm: t('confirm'),
        pending: t('pending'),
      }}
      reasons={EVENT_UNDO_REASONS.map((code) => ({ value: code, text: t(`reason.${code}`) }))}
      of={{ episodeId, eventId, answer: 'taken-back' }}
      deed={deed}
      resolver={RESOLVER}
    />
  )
}
