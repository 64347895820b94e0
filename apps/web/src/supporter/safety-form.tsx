'use client'

import type { RecordContactSafetyInput } from '@throughcare/domain/supporter/record-contact-safety-input'
import type { SafeChannel } from '@throughcare/domain/supporter/supporter-codes'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { orNull, yesNoOrNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const CHANNELS = ['phone', 'text', 'letter', 'in-person', 'none'] as const satisfies readonly SafeChannel[]

type Stated = Omit<z.input<typeof RecordContactSafetyInput>, 'episodeId' | 'requestId' | 'seenVersion'>
type Props = { readonly episodeId: string; readonly seenVersion: number | null; readonly stated: Stated }

/** How the person may be reached. What is not asked stays empty, and then the safest holds. */
export function SafetyForm({ episodeId, seenVersion, stated }: Props) {
  const t = useTranslations('supporter.reaching')
  const trpc = useTRPC()
  const fault = useFault()
  const form = useForm<z.input<typeof RecordContactSafetyInput>, unknown, RecordContactSafetyInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/supporter/record-contact-safety-input').then(
        (loaded) => loaded.RecordContactSafetyInput,
      ),
    ),
    shouldFocusError: false,
    values: { episodeId, requestId: '', seenVersion, ...stated },
    resetOptions: { keepDirtyValues: true },
  })
  const deed = useDeed(trpc.supporter.recordContactSafety.mutationOptions(), { form: form as never })
  const { errors, submitCount } = form.formState
  const labels = { channel: t('channel'), hours: t('hours'), wording: t('wording'), voicemail: t('voicemail') }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        form.setValue('requestId', deed.requestId)
        return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
      }}
    >
      <FormBody>
        <FaultSummary errors={errors} attempt={submitCount + deed.attempt} labels={labels} />
        {Object.keys(errors).length === 0 && (
          <DeedRefusal
            error={deed.error}
            attempt={deed.attempt}
            labels={labels}
            yours={form.getValues()}
            onLoad={deed.reload}
          />
        )}
        <Select
          label={labels.channel}
          emptyText={t('not-asked')}
          width="medium"
          options={CHANNELS.map((value) => ({ value, text: t(`by.${value}`) }))}
          {...form.register('channel', { setValueAs: orNull })}
        />
        <TextField
          label={labels.hours}
          error={fault(errors.hours?.message)}
          {...form.register('hours', { setValueAs: orNull })}
        />
        <TextField
          label={labels.wording}
          error={fault(errors.wording?.message)}
          {...form.register('wording', { setValueAs: orNull })}
        />
        <Select
          label={labels.voicemail}
          emptyText={t('not-asked')}
          width="medium"
          options={[
            { value: 'true', text: t('yes') },
            { value: 'false', text: t('no') },
          ]}
          {...form.register('voicemail', { setValueAs: yesNoOrNull })}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
