'use client'

import { type RecordContactSafetyInput, SAFE_CHANNELS } from '@throughcare/domain/person/contact-safety'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { newRequestId } from '../form/request-id.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'
import { orNull, yesNoOrNull } from './typed-values.ts'

type Values = z.input<typeof RecordContactSafetyInput>
type Props = {
  readonly episodeId: string
  readonly reach: Omit<Values, 'episodeId' | 'requestId' | 'seenVersion'> & { readonly version: number | null }
}

/** How the person may be reached without being given away, as they say it. Stands inside `<Words nouns={['person']}>`. */
export function ContactSafetyForm({ episodeId, reach }: Props) {
  const t = useTranslations('person.contact-safety')
  const fault = useFault()
  const trpc = useTRPC()
  const [requestId] = useState(newRequestId)
  const { channel, hours, wording, voicemail, version } = reach
  const stored = { episodeId, requestId, seenVersion: version, channel, hours, wording, voicemail }
  const form = useForm<Values, unknown, RecordContactSafetyInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/person/contact-safety').then((m) => m.RecordContactSafetyInput),
    ),
    defaultValues: stored,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  useFilledFrom(form, stored)
  const deed = useDeed(trpc.person.recordContactSafety.mutationOptions(), {
    onDone: () => beginAnew(form, form.getValues()),
  })
  const { errors } = form.formState
  const labels = {
    channel: t('channel'),
    hours: t('hours'),
    wording: t('wording'),
    voicemail: t('voicemail'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <Select
          label={labels.channel}
          options={SAFE_CHANNELS.map((code) => ({ value: code, text: t(`by.${code}`) }))}
          emptyText={t('by.not-asked')}
          width="medium"
          error={fault(errors.channel?.message)}
          {...form.register('channel', { setValueAs: orNull })}
        />
        <TextField
          label={labels.hours}
          autoComplete="off"
          error={fault(errors.hours?.message)}
          {...form.register('hours', { setValueAs: orNull })}
        />
        <TextField
          label={labels.wording}
          autoComplete="off"
          error={fault(errors.wording?.message)}
          {...form.register('wording', { setValueAs: orNull })}
        />
        <Select
          label={labels.voicemail}
          options={[
            { value: 'true', text: t('voicemail-yes') },
            { value: 'false', text: t('voicemail-no') },
          ]}
          emptyText={t('voicemail-not-asked')}
          width="medium"
          error={fault(errors.voicemail?.message)}
          {...form.register('voicemail', { setValueAs: yesNoOrNull })}
        />
        <ButtonRow>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
        </ButtonRow>
        <StatusLine>{deed.done ? t('saved') : null}</StatusLine>
      </FormBody>
    </form>
  )
}
