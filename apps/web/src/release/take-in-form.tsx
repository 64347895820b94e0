'use client'

import type { TakeInInput } from '@throughcare/domain/release/take-in-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = z.input<typeof TakeInInput>
type Props = { readonly statuses: readonly SelectOption[] }

/** Somebody whom another prison released is at reception: named whole, or nothing is told. */
export function TakeInForm({ statuses }: Props) {
  const t = useTranslations('release.take-in')
  const fault = useFault()
  const words = useDateWords()
  const router = useRouter()
  const form = useForm<Typed, unknown, TakeInInput>({
    resolver: lazyResolver(() => import('@throughcare/domain/release/take-in-input').then((m) => m.TakeInInput)),
    shouldFocusError: false,
    defaultValues: { requestId: '', prisonNumber: '', familyName: '', legalStatus: 'recalled' },
  })
  const deed = useDeed(useTRPC().release.takeIn.mutationOptions(), {
    refresh: false,
    onDone: ({ episodeId }) => router.push(paths.case(episodeId)),
  })
  const { errors } = form.formState
  const labels = {
    prisonNumber: t('number'),
    familyName: t('familyName'),
    dateOfBirth: t('dateOfBirth'),
    legalStatus: t('legalStatus'),
    backOn: t('backOn'),
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        form.setValue('requestId', deed.requestId)
        return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
      }}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={{}}>
          {deed.error?.code === 'not-found' ? (
            <Notice key={deed.attempt} tone="attention" role="alert" heading={t('nobody')}>
              {t('nobody-text')}
            </Notice>
          ) : undefined}
        </FormRefusals>
        <TextField
          label={labels.prisonNumber}
          description={t('number-more')}
          autoComplete="off"
          error={fault(errors.prisonNumber?.message)}
          {...form.register('prisonNumber')}
        />
        <TextField
          label={labels.familyName}
          autoComplete="off"
          error={fault(errors.familyName?.message)}
          {...form.register('familyName')}
        />
        <DateField
          legend={labels.dateOfBirth}
          words={words}
          error={fault(errors.dateOfBirth?.message)}
          {...form.register('dateOfBirth')}
        />
        <Select
          label={labels.legalStatus}
          options={statuses}
          error={fault(errors.legalStatus?.message)}
          {...form.register('legalStatus')}
        />
        <DateField
          legend={labels.backOn}
          words={words}
          error={fault(errors.backOn?.message)}
          {...form.register('backOn')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('pending')}>
          {t('confirm')}
        </Button>
      </FormBody>
    </form>
  )
}
