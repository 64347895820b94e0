'use client'

import type { AskArrivalInput } from '@throughcare/domain/arrival-request/arrival-request-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Choice = { readonly value: string; readonly text: string }
type Typed = {
  familyName: string
  givenNames: string
  dateOfBirth: string
  prisonServiceIds: string[]
  areas: string[]
}
type Props = { readonly prisons: readonly Choice[]; readonly areas: readonly Choice[] }

/** Who stands at the desk, which prison they name, and what for. */
export function AskForm({ prisons, areas }: Props) {
  const t = useTranslations('arrival-request')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const onlyOne = prisons.length === 1 ? prisons.map(({ value }) => value) : []
  const empty: Typed = {
    familyName: '',
    givenNames: '',
    dateOfBirth: '',
    prisonServiceIds: onlyOne,
    areas: areas.length === 1 ? areas.map(({ value }) => value) : [],
  }
  const form = useForm<Typed, unknown, AskArrivalInput>({
    resolver: typedResolver(
      'familyName',
      () => import('@throughcare/domain/arrival-request/arrival-request-inputs'),
      (typed, schemas, note) => {
        return takenOrNoted(schemas.AskArrivalInput.safeParse({ ...typed, requestId: ANY_REQUEST }), note)
      },
    ),
    shouldFocusError: false,
    defaultValues: empty,
  })
  const deed = useDeed(trpc.arrivalRequest.ask.mutationOptions(), {
    onDone: () => form.reset(empty),
  })
  const { errors } = form.formState
  const labels = {
    familyName: t('field.familyName'),
    givenNames: t('field.givenNames'),
    dateOfBirth: t('field.dateOfBirth'),
    prisonServiceIds: t('field.prisonServiceIds'),
    areas: t('field.areas'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextField
          label={labels.familyName}
          description={t('hint.familyName')}
          autoComplete="off"
          error={fault(errors.familyName?.message)}
          {...form.register('familyName')}
        />
        <TextField
          label={labels.givenNames}
          autoComplete="off"
          error={fault(errors.givenNames?.message)}
          {...form.register('givenNames')}
        />
        <DateField
          key={deed.requestId}
          legend={labels.dateOfBirth}
          words={dateWords}
          error={fault(errors.dateOfBirth?.message)}
          {...form.register('dateOfBirth')}
        />
        <CheckboxGroup
          legend={labels.prisonServiceIds}
          description={t('hint.prisonServiceIds')}
          choices={prisons}
          defaultValue={empty.prisonServiceIds}
          error={fault(errors.prisonServiceIds?.message)}
          {...form.register('prisonServiceIds')}
        />
        <CheckboxGroup
          legend={labels.areas}
          description={t('hint.areas')}
          choices={areas}
          defaultValue={empty.areas}
          error={fault(errors.areas?.message)}
          {...form.register('areas')}
        />
        <p>{t('ask.default')}</p>
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('ask.pending')}>
            {t('ask.submit')}
          </Button>
        </div>
        <StatusLine tone="good">{deed.done ? t('ask.done') : null}</StatusLine>
      </FormBody>
    </form>
  )
}
