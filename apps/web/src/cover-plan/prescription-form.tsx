'use client'

import type { RecordPrescriptionInput } from '@throughcare/domain/cover-plan/record-prescription-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type TypedPrescription = {
  from: string
  to: string
  collectedAtServiceId: string
  collectBy: string
  prescribedText: string
}

type Props = {
  readonly episodeId: string
  /** Where doses are given. */
  readonly places: readonly { id: string; name: string }[]
  readonly initialPlaceId: string
}

/** A prescription around the release. The prescriber's words are kept letter for letter; nothing here reads them. */
export function PrescriptionForm({ episodeId, places, initialPlaceId }: Props) {
  const t = useTranslations('cover-plan.prescription')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const form = useForm<TypedPrescription, unknown, RecordPrescriptionInput>({
    resolver: resolverOf(episodeId),
    shouldFocusError: false,
    defaultValues: { from: '', to: '', collectedAtServiceId: initialPlaceId, collectBy: '', prescribedText: '' },
  })
  const deed = useDeed(trpc.coverPlan.recordPrescription.mutationOptions(), { onDone: () => form.reset() })
  const { errors } = form.formState
  const labels = {
    from: t('from'),
    to: t('to'),
    collectedAtServiceId: t('at'),
    collectBy: t('by'),
    prescribedText: t('text'),
  }
  const day = (name: 'from' | 'to' | 'collectBy') => (
    <DateField
      id={`prescription-${name}`}
      legend={labels[name]}
      words={dateWords}
      error={fault(errors[name]?.message)}
      {...form.register(name)}
    />
  )
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        {day('from')}
        {day('to')}
        <Select
          label={labels.collectedAtServiceId}
          emptyText={t('at-none')}
          options={places.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.collectedAtServiceId?.message)}
          {...form.register('collectedAtServiceId')}
        />
        {day('collectBy')}
        <TextArea
          label={labels.prescribedText}
          description={t('text-hint')}
          maxLength={2000}
          error={fault(errors.prescribedText?.message)}
          {...form.register('prescribedText')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}

function resolverOf(episodeId: string): Resolver<TypedPrescription, unknown, RecordPrescriptionInput> {
  return typedResolver(
    'from',
    async () => (await import('@throughcare/domain/cover-plan/record-prescription-input')).RecordPrescriptionInput,
    ({ collectBy, ...typed }, schema, note) => {
      const read = schema.safeParse({ ...typed, episodeId, requestId: ANY_REQUEST, collectBy: collectBy || null })
      if (!read.success)
        for (const { path, message } of read.error.issues) note((path[0] ?? 'from') as keyof TypedPrescription, message)
      return read.data ?? null
    },
  )
}
