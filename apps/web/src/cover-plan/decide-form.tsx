'use client'

import type { WayCode } from '@throughcare/domain/cover-plan/cover-plan-codes'
import type { DecideCoverInput } from '@throughcare/domain/cover-plan/decide-cover-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type TypedDecision = { byServiceId: string; byName: string; byDay: string }

type Props = {
  readonly episodeId: string
  readonly way: WayCode
  readonly seenPlan: { id: string; version: number } | null
  readonly seenGap: { from: string; to: string; remainingDays: number }
  /** The days on which the way is done. */
  readonly wayDays: readonly string[]
  /** Who can be asked to do it. */
  readonly services: readonly { id: string; name: string }[]
  readonly initialServiceId: string
  /** Tells the fields of several ways apart. */
  readonly id: string
}

/** Takes one way: who does it, and by when. */
export function DecideForm({ episodeId, way, seenPlan, seenGap, wayDays, services, initialServiceId, id }: Props) {
  const t = useTranslations('cover-plan.decide')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.coverPlan.decide.mutationOptions())
  const form = useForm<TypedDecision, unknown, DecideCoverInput>({
    resolver: resolverOf({ episodeId, way, seenPlan, seenGap, wayDays }),
    shouldFocusError: false,
    defaultValues: { byServiceId: initialServiceId, byName: '', byDay: '' },
  })
  const { errors } = form.formState
  const labels = { byServiceId: t('by-service'), byName: t('by-name'), byDay: t('by-day') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <Select
          id={`byServiceId-${id}`}
          label={labels.byServiceId}
          options={services.map((service) => ({ value: service.id, text: service.name }))}
          error={fault(errors.byServiceId?.message)}
          {...form.register('byServiceId')}
        />
        <TextField
          id={`byName-${id}`}
          label={labels.byName}
          maxLength={200}
          error={fault(errors.byName?.message)}
          {...form.register('byName')}
        />
        <DateField
          id={`byDay-${id}`}
          legend={labels.byDay}
          words={dateWords}
          error={fault(errors.byDay?.message)}
          {...form.register('byDay')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}

function resolverOf(
  of: Pick<Props, 'episodeId' | 'way' | 'seenPlan' | 'seenGap' | 'wayDays'>,
): Resolver<TypedDecision, unknown, DecideCoverInput> {
  return typedResolver(
    'byName',
    async () => (await import('@throughcare/domain/cover-plan/decide-cover-input')).DecideCoverInput,
    (typed, schema, note) => {
      const read = schema.safeParse({ ...of, ...typed, requestId: ANY_REQUEST })
      if (!read.success)
        for (const { path, message } of read.error.issues) note((path[0] ?? 'byName') as keyof TypedDecision, message)
      return read.data ?? null
    },
  )
}
