'use client'

import type { AreaToHandOver } from '@throughcare/api/handoff/find-receivers'
import type { HandoffsSent } from '@throughcare/api/handoff/send-handoffs'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { HandoffRefusal } from './handoff-refusal.tsx'
import { NobodyCan } from './nobody-can.tsx'
import { useOfferChoices } from './offer-choices.tsx'
import { WhatTravels } from './what-travels.tsx'

type Props = {
  readonly area: AreaToHandOver
  readonly standing: NonNullable<AreaToHandOver['standing']>
  readonly onResent: (handoffs: HandoffsSent['handoffs']) => void
}

/** Sends a handoff that came back out again, to another service or the same one. */
export function ResendForm({ area, standing, onResent }: Props) {
  const t = useTranslations('handoff')
  const trpc = useTRPC()
  const choicesOf = useOfferChoices()
  const [to, setTo] = useState(standing.status === 'returned' ? standing.receivingServiceId : '')
  const [words, setWords] = useState('')
  const [pressedEmpty, setPressedEmpty] = useState(false)
  const deed = useDeed(trpc.handoff.resend.mutationOptions(), { onDone: (answer) => onResent(answer.handoffs) })
  if (area.offers.length === 0) return <NobodyCan area={area} />
  const isAsked = standing.status === 'returned'
  const said = words.trim() === '' ? null : words.trim()
  // Whoever asked is sent the answer; another service need not know that anybody asked.
  const isUnanswered = isAsked && to === standing.receivingServiceId && said === null
  const chosen = area.offers.find(({ serviceId }) => serviceId === to)
  return (
    <FormBody>
      <HandoffRefusal deed={deed} seen={standing.status} />
      <RadioGroup
        id={`again-${area.area}`}
        name={`again-${area.area}`}
        legend={t(isAsked ? 'hand-over.resend.heading-answer' : 'hand-over.resend.heading')}
        value={to}
        error={pressedEmpty && !chosen ? t('receivingServiceId.invalid') : undefined}
        onChange={(event) => setTo(event.target.value)}
        choices={choicesOf(area.offers)}
      />
      {chosen && <WhatTravels carries={chosen.carries} />}
      <TextArea
        id={`words-${area.area}`}
        name={`words-${area.area}`}
        label={t(isAsked ? 'hand-over.resend.answer' : 'hand-over.resend.words')}
        description={t(isAsked ? 'hand-over.resend.answer-hint' : 'hand-over.resend.words-hint')}
        maxLength={500}
        value={words}
        error={pressedEmpty && isUnanswered ? t('hand-over.resend.answer-missing') : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button
        pending={deed.pending}
        pendingText={t('moving.resend')}
        onClick={() =>
          chosen && !isUnanswered
            ? deed.press({
                handoffId: standing.id,
                seenVersion: standing.version,
                receivingServiceId: chosen.serviceId,
                words: said,
              })
            : setPressedEmpty(true)
        }
      >
        {t('hand-over.resend.press')}
      </Button>
    </FormBody>
  )
}
