'use client'

import type { RecordPackInput } from '@throughcare/domain/minimum-pack/record-pack-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'

type Stated = {
  letterOn: string | null
  prescriber: string | null
  prescriberPhone: string | null
  phone: string | null
}
type Props = { readonly episodeId: string; readonly seenVersion: number | null; readonly stated: Stated }

const TEXTS = ['prescriber', 'prescriberPhone', 'phone'] as const

/** Which letter there is, who prescribes outside, and which number the person carries. */
export function PackForm({ episodeId, seenVersion, stated }: Props) {
  const t = useTranslations('minimum-pack')
  const dateWords = useTranslations('form.date')
  const fault = useFault()
  const trpc = useTRPC()
  const stored = { episodeId, requestId: '', seenVersion, ...stated }
  const form = useForm<z.input<typeof RecordPackInput>, unknown, RecordPackInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/minimum-pack/record-pack-input').then((loaded) => loaded.RecordPackInput),
    ),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const deed = useDeed(trpc.minimumPack.record.mutationOptions(), { onDone: () => beginAnew(form, form.getValues()) })
  const { errors } = form.formState
  const labels = {
    letterOn: t('letterOn.label'),
    prescriber: t('prescriber.label'),
    prescriberPhone: t('prescriberPhone.label'),
    phone: t('phone.label'),
  }
  return (
    <Disclosure summary={t('open')}>
      <form
        noValidate
        onSubmit={(event) => {
          form.setValue('requestId', deed.requestId)
          return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
        }}
      >
        <FormBody>
          <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
          <DateField
            legend={labels.letterOn}
            description={t('letterOn.hint')}
            words={{ day: dateWords('day'), month: dateWords('month'), year: dateWords('year') }}
            error={fault(errors.letterOn?.message)}
            defaultValue={stated.letterOn ?? ''}
            {...form.register('letterOn', { setValueAs: orNull })}
          />
          {TEXTS.map((field) => (
            <TextField
              key={field}
              label={labels[field]}
              type={field === 'prescriber' ? 'text' : 'tel'}
              autoComplete="off"
              error={fault(errors[field]?.message)}
              {...form.register(field, { setValueAs: orNull })}
            />
          ))}
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
          <StatusLine>{deed.done ? t('saved') : null}</StatusLine>
        </FormBody>
      </form>
    </Disclosure>
  )
}
