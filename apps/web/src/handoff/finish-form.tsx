'use client'

import { HANDOFF_OUTCOMES, type HandoffOutcome } from '@throughcare/domain/handoff/handoff-outcomes'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { HandoffRefusal } from './handoff-refusal.tsx'

type Props = { readonly handoffId: string; readonly seenVersion: number; readonly status: HandoffStatus }

/** What came of it, by whoever did the work. "Other" says it in words. */
export function FinishForm({ handoffId, seenVersion, status }: Props) {
  const t = useTranslations('handoff')
  const trpc = useTRPC()
  const [outcome, setOutcome] = useState<HandoffOutcome | null>(null)
  const [words, setWords] = useState('')
  const [presses, setPresses] = useState(0)
  const deed = useDeed(trpc.handoff.finish.mutationOptions())
  const said = words.trim() === '' ? null : words.trim()
  const isMissing = outcome === 'other' && said === null
  const press = () => {
    setPresses((before) => before + 1)
    if (outcome !== null && !isMissing) deed.press({ handoffId, seenVersion, outcome, words: said })
  }
  return (
    <Disclosure summary={t('move.finish')}>
      <FormBody>
        <p>{t('one.finish-hint')}</p>
        <HandoffRefusal deed={deed} seen={status} />
        <RadioGroup
          id="outcome"
          name="outcome"
          legend={t('came-of-it.heading')}
          value={outcome ?? ''}
          error={presses > 0 && outcome === null ? t('came-of-it.missing') : undefined}
          onChange={(event) => setOutcome(event.target.value as HandoffOutcome)}
          choices={HANDOFF_OUTCOMES.map((code) => ({ value: code, text: t(`outcome.${code}`) }))}
        />
        <TextField
          id="outcome-words"
          name="outcome-words"
          label={t('reason.words')}
          description={t('came-of-it.words-hint')}
          autoComplete="off"
          maxLength={500}
          value={words}
          error={presses > 0 && isMissing ? t('words.missing') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button pending={deed.pending} pendingText={t('moving.finish')} onClick={press}>
          {t('move.finish')}
        </Button>
      </FormBody>
    </Disclosure>
  )
}
