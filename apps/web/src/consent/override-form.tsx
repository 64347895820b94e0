'use client'

import type { ConsentCategory, OverrideBasis } from '@throughcare/domain/consent/consent-codes'
import type { OverrideSharingInput } from '@throughcare/domain/consent/consent-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

const BASES = ['vital-interest', 'child-safeguarding', 'legal-duty'] as const satisfies readonly OverrideBasis[]

type Typed = {
  legalBasis: '' | OverrideBasis
  reason: string
  serviceIds: string[]
  categories: ConsentCategory[]
  hours: string
}
type Props = {
  readonly episodeId: string
  readonly categories: readonly ConsentCategory[]
  readonly services: readonly { id: string; name: string }[]
}

/** Sharing without a consent: nothing is filled in, and everything is asked for. */
export function OverrideForm({ episodeId, categories, services }: Props) {
  const t = useTranslations('consent')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.consent.override.mutationOptions(), { onDone: () => beginAnew(form) })
  const form = useForm<Typed, unknown, OverrideSharingInput>({
    resolver: typedResolver(
      'legalBasis',
      () => import('@throughcare/domain/consent/consent-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.OverrideSharingInput.safeParse({
            ...now,
            episodeId,
            requestId: ANY_REQUEST,
            overrideId: null,
            seenVersion: null,
            legalBasis: now.legalBasis || null,
            reason: now.reason.trim() || null,
            hours: /^\d+$/.test(now.hours.trim()) ? Number(now.hours) : null,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { legalBasis: '', reason: '', serviceIds: [], categories: [], hours: '' },
  })
  const { errors } = form.formState
  const labels = {
    legalBasis: t('field.legalBasis'),
    reason: t('field.reason'),
    serviceIds: t('field.serviceIds'),
    categories: t('field.categories'),
    hours: t('field.hours'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <RadioGroup
          legend={labels.legalBasis}
          description={t('hint.legalBasis')}
          choices={BASES.map((value) => ({ value, text: t(`legalBasis.${value}`) }))}
          error={fault(errors.legalBasis?.message)}
          {...form.register('legalBasis')}
        />
        <TextArea label={labels.reason} rows={3} error={fault(errors.reason?.message)} {...form.register('reason')} />
        <CheckboxGroup
          legend={labels.categories}
          choices={categories.map((value) => ({ value, text: t(`category.${value}`) }))}
          error={fault(errors.categories?.message)}
          {...form.register('categories')}
        />
        <CheckboxGroup
          legend={labels.serviceIds}
          choices={services.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.serviceIds?.message)}
          {...form.register('serviceIds')}
        />
        <TextField
          label={labels.hours}
          description={t('hint.hours')}
          inputMode="numeric"
          width="short"
          error={fault(errors.hours?.message)}
          {...form.register('hours')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('override.saving')}>
          {t('override.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('override.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
