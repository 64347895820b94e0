'use client'

import type { AddClosureInput } from '@throughcare/domain/service/closure-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly serviceId: string; readonly seenVersion: number }
type Typed = { fromDay: string; toDay: string; reason: string }

/** Days on which the place is shut although its week says open. */
export function ClosureForm({ serviceId, seenVersion }: Props) {
  const t = useTranslations('service')
  const trpc = useTRPC()
  const fault = useFault()
  const words = useDateWords()
  const deed = useDeed(trpc.service.addClosure.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<Typed, unknown, AddClosureInput>({
    resolver: closureResolver({ serviceId, seenVersion }),
    shouldFocusError: false,
    defaultValues: { fromDay: '', toDay: '', reason: '' },
  })
  const { errors } = form.formState
  const labels = { fromDay: t('field.fromDay'), toDay: t('field.toDay'), reason: t('field.reason') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          typedIn={form.getValues('toDay') ? {} : { toDay: 'fromDay' }}
        />
        <DateField
          key={`from ${deed.attempt}`}
          legend={labels.fromDay}
          words={words}
          defaultValue={form.getValues('fromDay')}
          error={fault(errors.fromDay?.message)}
          {...form.register('fromDay')}
        />
        <DateField
          key={`to ${deed.attempt}`}
          legend={labels.toDay}
          words={words}
          description={t('field.toDay-hint')}
          defaultValue={form.getValues('toDay')}
          error={fault(errors.toDay?.message)}
          {...form.register('toDay')}
        />
        <TextField
          label={labels.reason}
          maxLength={200}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
          {t('closure.add')}
        </Button>
      </FormBody>
    </form>
  )
}

/** A closure of one day has only its first day typed. */
function closureResolver(of: Props): Resolver<Typed, unknown, AddClosureInput> {
  return typedResolver(
    'fromDay',
    () => import('@throughcare/domain/service/closure-input'),
    (typed, { AddClosureInput: Input }, note) => {
      const read = Input.safeParse({
        ...of,
        requestId: ANY_REQUEST,
        fromDay: typed.fromDay,
        toDay: typed.toDay || typed.fromDay,
        reason: typed.reason,
      })
      for (const { path, message } of read.error?.issues ?? [])
        note(path[0] === 'toDay' && !typed.toDay ? 'fromDay' : ((path[0] ?? 'fromDay') as keyof Typed), message)
      return read.data ?? null
    },
  )
}
