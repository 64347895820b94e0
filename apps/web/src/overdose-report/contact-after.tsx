'use client'

import type { Channel, ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Fieldset } from '@throughcare/ui/fieldset'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useServerNow } from '../outcome/use-server-now.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered. */
const CHANNELS = ['phone', 'visit', 'text', 'letter', 'video'] as const satisfies readonly Channel[]
const OUTCOMES = [
  'reached',
  'no-answer',
  'message-left',
  'wrong-number',
  'refused',
] as const satisfies readonly ContactOutcome[]

type Props = {
  readonly episodeId: string
  readonly report: { readonly id: string; readonly version: number }
  readonly madeAt: string
}

/** The contact of the same day in one press. A try that reached nobody is kept, and it stays due. */
export function ContactAfter({ episodeId, report, madeAt }: Props) {
  const t = useTranslations('contact')
  const trpc = useTRPC()
  const serverNow = useServerNow(madeAt)
  const [channel, setChannel] = useState<Channel>('phone')
  const [pressed, setPressed] = useState<ContactOutcome | null>(null)
  const deed = useDeed(trpc.overdoseReport.contact.mutationOptions())
  return (
    <FormBody>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <RadioGroup
        legend={t('form.channel')}
        name={`channel-${report.id}`}
        layout="inline"
        value={channel}
        onChange={(event) => setChannel(event.target.value as Channel)}
        choices={CHANNELS.map((code) => ({ value: code, text: t(`channel.${code}`) }))}
      />
      <Fieldset id={`outcome-${report.id}`} legend={t('form.outcome')}>
        <ButtonRow>
          {OUTCOMES.map((outcome) => (
            <Button
              key={outcome}
              size="small"
              variant={outcome === 'reached' ? 'primary' : 'secondary'}
              pending={deed.pending && pressed === outcome}
              onClick={() => {
                setPressed(outcome)
                deed.press({
                  episodeId,
                  reportId: report.id,
                  seenVersion: report.version,
                  channel,
                  outcome,
                  at: serverNow(),
                  note: null,
                })
              }}
            >
              {t(`outcome.${outcome}`)}
            </Button>
          ))}
        </ButtonRow>
      </Fieldset>
      <StatusLine>{deed.done ? t('form.done') : undefined}</StatusLine>
    </FormBody>
  )
}
