'use client'

import type { RecordSupplyInput } from '@throughcare/domain/cover-plan/record-supply-input'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type TypedSupply = { supplyFrom: string; supplyTo: string }

type Props = {
  readonly episodeId: string
  readonly seenVersion: number
  /** What is planned; or the gap, which is what a supply is mostly planned for. */
  readonly initial: TypedSupply
  readonly isPlanned: boolean
}

/** Take-home doses that the prison means to hand over at the gate. */
export function SupplyForm({ episodeId, initial, isPlanned, ...seen }: Props) {
  const t = useTranslations('cover-plan.supply')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  // The version from which the fields were filled: what a colleague says meanwhile is never written over unseen.
  const [seenVersion, setSeenVersion] = useState(seen.seenVersion)
  const deed = useDeed(trpc.coverPlan.recordSupply.mutationOptions(), {
    onDone: ({ version }) => setSeenVersion(version),
  })
  const form = useForm<TypedSupply, unknown, RecordSupplyInput>({
    resolver: resolverOf(episodeId, seenVersion),
    shouldFocusError: false,
    defaultValues: initial,
  })
  const { errors } = form.formState
  const labels = { supplyFrom: t('from'), supplyTo: t('to') }
  const day = (name: 'supplyFrom' | 'supplyTo') => (
    <DateField
      legend={labels[name]}
      words={dateWords}
      defaultValue={initial[name]}
      error={fault(errors[name]?.message)}
      {...form.register(name)}
    />
  )
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          typedIn={{ 'days.from': 'supplyFrom', 'days.to': 'supplyTo', days: 'supplyFrom' }}
          yours={form.getValues()}
          onLoad={load}
        />
        {day('supplyFrom')}
        {day('supplyTo')}
        <ButtonRow>
          <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
          {isPlanned && (
            <Button variant="quiet" onClick={() => deed.press({ episodeId, seenVersion, days: null })}>
              {t('take-back')}
            </Button>
          )}
        </ButtonRow>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  /** Takes over what stands in the record now. */
  function load() {
    const current = deed.error?.details.current as
      | { supplyFrom: string | null; supplyTo: string | null; version: number }
      | undefined
    if (current) {
      form.reset({ supplyFrom: current.supplyFrom ?? '', supplyTo: current.supplyTo ?? '' })
      setSeenVersion(current.version)
    }
    deed.reload()
  }
}

function resolverOf(episodeId: string, seenVersion: number): Resolver<TypedSupply, unknown, RecordSupplyInput> {
  return typedResolver(
    'supplyFrom',
    async () => (await import('@throughcare/domain/cover-plan/record-supply-input')).RecordSupplyInput,
    ({ supplyFrom, supplyTo }, schema, note) => {
      const days = { from: supplyFrom, to: supplyTo }
      const read = schema.safeParse({ episodeId, seenVersion, days, requestId: ANY_REQUEST })
      if (!read.success)
        for (const { path, message } of read.error.issues) note(path[1] === 'to' ? 'supplyTo' : 'supplyFrom', message)
      return read.data ?? null
    },
  )
}
