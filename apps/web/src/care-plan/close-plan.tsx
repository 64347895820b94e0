'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly episodeId: string
  readonly seenVersion: number
  /** Somebody else has said why: this press is the second person's. */
  readonly isSecond: boolean
  /** A critical item is open: without a reason nothing is closed. */
  readonly needsReason: boolean
}

/** Closes the plan, or says why it should be closed and leaves the closing to a second person. */
export function ClosePlan({ isSecond, needsReason, ...of }: Props) {
  const t = useTranslations('care-plan.close')
  const trpc = useTRPC()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const deed = useDeed(trpc.carePlan.close.mutationOptions())
  const asks = needsReason && !isSecond
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const said = reason.trim()
        setMissing(asks && said === '')
        if (!asks || said !== '') deed.press({ ...of, reason: asks ? said : null })
      }}
    >
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
        {asks && (
          <TextField
            id="close-reason"
            label={t('reason')}
            description={t('reason-hint')}
            autoComplete="off"
            maxLength={500}
            value={reason}
            error={isMissing ? t('reason-missing') : undefined}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('closing')}>
            {t(isSecond ? 'second' : asks ? 'ask' : 'at-once')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
