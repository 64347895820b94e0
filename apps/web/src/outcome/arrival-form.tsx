'use client'

import { DID_NOT_ARRIVE_REASONS } from '@throughcare/domain/outcome/outcome-codes'
import type { RecordOutcomeInput } from '@throughcare/domain/outcome/record-outcome-input'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody, Stack } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useServerNow } from './use-server-now.ts'

type DidNotArrive = Omit<Extract<RecordOutcomeInput, { kind: 'did-not-arrive' }>, 'requestId'>

type Props = {
  readonly episodeId: string
  readonly madeAt: string
  readonly hasArrived: boolean
  readonly mayBeMissing: boolean
}

/** The person came, or did not: one press each, and for the second a reason, ours first. */
export function ArrivalForm({ episodeId, madeAt, hasArrived, mayBeMissing }: Props) {
  const t = useTranslations('outcome')
  const fault = useTranslations('form.fault')
  const trpc = useTRPC()
  const serverNow = useServerNow(madeAt)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const arrived = useDeed(trpc.outcome.record.mutationOptions())
  const missed = useDeed(trpc.outcome.record.mutationOptions(), { onDone: () => setReason('') })
  const pressMissed = () => {
    const chosen = DID_NOT_ARRIVE_REASONS.find((each) => each === reason)
    setIsMissing(chosen === undefined)
    if (chosen === undefined) return
    const input: DidNotArrive = { kind: 'did-not-arrive', episodeId, reason: chosen, at: serverNow() }
    missed.press(input)
  }
  return (
    <Stack>
      <DeedRefusal error={arrived.error} attempt={arrived.attempt} onLoad={arrived.reload} />
      <DeedRefusal error={missed.error} attempt={missed.attempt} onLoad={missed.reload} />
      {!hasArrived && (
        <ButtonRow>
          <Button
            pending={arrived.pending}
            pendingText={t('press.recording')}
            onClick={() => arrived.press({ kind: 'arrived', episodeId, at: serverNow() })}
          >
            {t('press.arrived')}
          </Button>
        </ButtonRow>
      )}
      {mayBeMissing && (
        <Disclosure summary={t('press.did-not-arrive')}>
          <FormBody>
            <RadioGroup
              legend={t('reason-legend')}
              name="did-not-arrive"
              value={reason}
              error={isMissing ? fault('unknown') : undefined}
              onChange={(event) => setReason(event.target.value)}
              choices={DID_NOT_ARRIVE_REASONS.map((code) => ({ value: code, text: t(`reason.${code}`) }))}
            />
            <p>{t('arrival.open')}</p>
            <p>{t('arrival.steps')}</p>
            <Button variant="danger" pending={missed.pending} pendingText={t('press.recording')} onClick={pressMissed}>
              {t('press.did-not-arrive')}
            </Button>
          </FormBody>
        </Disclosure>
      )}
    </Stack>
  )
}
