'use client'

import type { ChangeHolidayInput } from '@throughcare/domain/calendar/holiday-inputs'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Of = Pick<ChangeHolidayInput, 'country' | 'region' | 'day' | 'seenVersion'>
type Props = {
  readonly of: Of
  /** What stands in the field at first; null: the day is to be no holiday, and no name is asked. */
  readonly name: string | null
  readonly act: 'add' | 'rename' | 'remove'
}
type Typed = { name: string; reason: string }

/** Makes the day that was looked at a public holiday, or none, with who decided so. */
export function HolidayForm({ of, name, act }: Props) {
  const t = useTranslations('calendar')
  const trpc = useTRPC()
  const fault = useFault()
  const [isSaved, setSaved] = useState(false)
  const deed = useDeed(trpc.calendar.changeHoliday.mutationOptions(), { onDone: () => setSaved(true) })
  const form = useForm<Typed, unknown, ChangeHolidayInput>({
    resolver: holidayResolver(of, name === null),
    shouldFocusError: false,
    defaultValues: { name: name ?? '', reason: '' },
  })
  const { errors } = form.formState
  const labels = { name: t('change.name'), reason: t('change.reason') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        {name !== null && (
          <TextField
            id={`name-${act}`}
            label={labels.name}
            maxLength={120}
            error={fault(errors.name?.message)}
            {...form.register('name')}
          />
        )}
        <TextField
          id={`reason-${act}`}
          label={labels.reason}
          maxLength={300}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('change.saving')}>
          {t(`change.${act}`)}
        </Button>
        <StatusLine>{isSaved && !deed.error ? t('change.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}

function holidayResolver(of: Of, isNone: boolean): Resolver<Typed, unknown, ChangeHolidayInput> {
  return typedResolver(
    'reason',
    () => import('@throughcare/domain/calendar/holiday-inputs'),
    (typed, { ChangeHolidayInput: Input }, note) => {
      const read = Input.safeParse({
        ...of,
        requestId: ANY_REQUEST,
        name: isNone ? null : typed.name,
        reason: typed.reason,
      })
      for (const { path, message } of read.error?.issues ?? []) note((path[0] ?? 'reason') as keyof Typed, message)
      return read.data ?? null
    },
  )
}
