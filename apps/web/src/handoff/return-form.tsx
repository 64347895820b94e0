'use client'

import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { HandoffRefusal } from './handoff-refusal.tsx'

type Props = {
  readonly handoffId: string
  readonly seenVersion: number
  readonly status: HandoffStatus
  /** The sender, who answers for the person again meanwhile. */
  readonly otherEnd: string
}

/** The service cannot say yes or no before it knows something, and gives it back with the question. */
export function ReturnForm({ handoffId, seenVersion, status, otherEnd }: Props) {
  const t = useTranslations('handoff')
  const trpc = useTRPC()
  const [words, setWords] = useState('')
  const [presses, setPresses] = useState(0)
  const deed = useDeed(trpc.handoff.return.mutationOptions())
  const question = words.trim()
  const press = () => {
    setPresses((before) => before + 1)
    if (question !== '') deed.press({ handoffId, seenVersion, words: question })
  }
  return (
    <Disclosure summary={t('move.return')}>
      <FormBody>
        <p>{t('reason.return.hint', { name: otherEnd })}</p>
        <HandoffRefusal deed={deed} seen={status} />
        <TextArea
          id="question"
          name="question"
          label={t('reason.return.heading')}
          maxLength={500}
          value={words}
          error={presses > 0 && question === '' ? t('reason.return.missing') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button variant="secondary" pending={deed.pending} pendingText={t('moving.return')} onClick={press}>
          {t('move.return')}
        </Button>
      </FormBody>
    </Disclosure>
  )
}
