'use client'

import {
  CHANNELS,
  type Channel,
  CONTACT_OUTCOMES,
  type ContactOutcome,
} from '@throughcare/domain/contact/contact-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Fieldset } from '@throughcare/ui/fieldset'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useServerNow } from '../outcome/use-server-now.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly madeAt: string }

/** A contact in one press: how it was tried stays as it was, what came of it is the button. */
export function ContactForm({ episodeId, madeAt }: Props) {
  const t = useTranslations('contact')
  const trpc = useTRPC()
  const serverNow = useServerNow(madeAt)
  const [channel, setChannel] = useState<Channel>('phone')
  const [note, setNote] = useState('')
  const [pressed, setPressed] = useState<ContactOutcome | null>(null)
  const deed = useDeed(trpc.contact.record.mutationOptions(), { onDone: () => setNote('') })
  return (
    <FormBody>
      <DeedRefusal
        error={deed.error}
        attempt={deed.attempt}
        labels={{ note: t('form.note'), at: t('form.heading') }}
        onLoad={deed.reload}
      />
      <RadioGroup
        legend={t('form.channel')}
        name="channel"
        layout="inline"
        value={channel}
        onChange={(event) => setChannel(event.target.value as Channel)}
        choices={CHANNELS.map((code) => ({ value: code, text: t(`channel.${code}`) }))}
      />
      <TextField
        label={t('form.note')}
        description={t('form.note-hint')}
        name="note"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Fieldset id="contact-outcome" legend={t('form.outcome')}>
        <ButtonRow>
          {CONTACT_OUTCOMES.map((outcome) => (
            <Button
              key={outcome}
              size="small"
              variant={outcome === 'reached' ? 'primary' : 'secondary'}
              pending={deed.pending && pressed === outcome}
              onClick={() => {
                setPressed(outcome)
                deed.press({ episodeId, channel, outcome, at: serverNow(), note: note.trim() || null })
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
