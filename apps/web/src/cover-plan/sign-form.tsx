'use client'

import type { SignCoverInput } from '@throughcare/domain/cover-plan/sign-cover-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
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

type TypedSignature = { signedName: string; signedOn: string }

type Props = {
  readonly episodeId: string
  readonly planId: string
  readonly seenVersion: number
  /** Today at the dosing point, by the server's clock. */
  readonly today: string
}

/** A prescriber's signature for the days that stay without cover. */
export function SignForm({ today, ...of }: Props) {
  const t = useTranslations('cover-plan.sign')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.coverPlan.sign.mutationOptions())
  const form = useForm<TypedSignature, unknown, SignCoverInput>({
    resolver: resolverOf(of),
    shouldFocusError: false,
    defaultValues: { signedName: '', signedOn: today },
  })
  const { errors } = form.formState
  const labels = { signedName: t('name'), signedOn: t('day') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <p>{t('hint')}</p>
        <TextField
          label={labels.signedName}
          maxLength={200}
          error={fault(errors.signedName?.message)}
          {...form.register('signedName')}
        />
        <DateField
          legend={labels.signedOn}
          words={dateWords}
          defaultValue={today}
          error={fault(errors.signedOn?.message)}
          {...form.register('signedOn')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}

function resolverOf(of: Omit<Props, 'today'>): Resolver<TypedSignature, unknown, SignCoverInput> {
  return typedResolver(
    'signedName',
    async () => (await import('@throughcare/domain/cover-plan/sign-cover-input')).SignCoverInput,
    (typed, schema, note) => {
      const read = schema.safeParse({ ...of, ...typed, requestId: ANY_REQUEST })
      if (!read.success)
        for (const { path, message } of read.error.issues)
          note((path[0] ?? 'signedName') as keyof TypedSignature, message)
      return read.data ?? null
    },
  )
}
