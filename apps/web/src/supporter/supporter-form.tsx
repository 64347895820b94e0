'use client'

import type { RecordSupporterInput } from '@throughcare/domain/supporter/record-supporter-input'
import type { Consent, MayBeTold, SupporterRole } from '@throughcare/domain/supporter/supporter-codes'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const ROLES = ['everyday', 'money', 'housing', 'transport', 'other'] as const satisfies readonly SupporterRole[]
const CONSENTS = ['yes', 'no', 'not-asked'] as const satisfies readonly Consent[]
const TOLD = ['that-i-am-out', 'where-i-stay', 'my-appointments', 'my-health'] as const satisfies readonly MayBeTold[]

export type TypedSupporter = {
  name: string
  role: SupporterRole
  consent: Consent
  consentOn: string
  phone: string
  isCrisisContact: boolean
  mayBeTold: MayBeTold[]
  isWithdrawn: boolean
}

type Props = {
  readonly episodeId: string
  /** Null: somebody new. */
  readonly supporterId: string | null
  /** The version of the supporter; of a new one the number on the page. */
  readonly seenVersion: number
  readonly typed: TypedSupporter
}

/** Who stands by the person, whether the person wants them rung, and what they may be told. */
export function SupporterForm({ episodeId, supporterId, seenVersion, typed }: Props) {
  const t = useTranslations('supporter')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const stored = { ...typed, seenVersion }
  const deed = useDeed(trpc.supporter.record.mutationOptions(), { onDone: () => beginAnew(form, form.getValues()) })
  const form = useForm<typeof stored, unknown, RecordSupporterInput>({
    resolver: typedResolver(
      'name',
      () => import('@throughcare/domain/supporter/record-supporter-input'),
      (now, schemas, note) => {
        const isYes = now.consent === 'yes'
        return takenOrNoted(
          schemas.RecordSupporterInput.safeParse({
            ...now,
            episodeId,
            supporterId,
            requestId: ANY_REQUEST,
            phone: now.consent === 'no' ? null : now.phone.trim() || null,
            consentOn: now.consent === 'not-asked' ? null : now.consentOn || null,
            mayBeTold: isYes ? now.mayBeTold : [],
            isCrisisContact: isYes && now.isCrisisContact,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const { errors } = form.formState
  const consent = form.watch('consent')
  const labels = {
    name: t('field.name'),
    role: t('field.role'),
    consent: t('field.consent'),
    consentOn: t('field.consentOn'),
    phone: t('field.phone'),
    isCrisisContact: t('field.isCrisisContact'),
    mayBeTold: t('field.mayBeTold'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <TextField
          label={labels.name}
          description={t('hint.name')}
          autoComplete="off"
          error={fault(errors.name?.message)}
          {...form.register('name')}
        />
        <Select
          label={labels.role}
          width="medium"
          options={ROLES.map((value) => ({ value, text: t(`role.${value}`) }))}
          {...form.register('role')}
        />
        <RadioGroup
          legend={labels.consent}
          description={t('hint.consent')}
          choices={CONSENTS.map((value) => ({ value, text: t(`consent.${value}`) }))}
          {...form.register('consent')}
        />
        {consent !== 'not-asked' && (
          <DateField
            legend={labels.consentOn}
            words={dateWords}
            defaultValue={typed.consentOn}
            error={fault(errors.consentOn?.message)}
            {...form.register('consentOn')}
          />
        )}
        {consent !== 'no' && (
          <TextField
            label={labels.phone}
            type="tel"
            autoComplete="off"
            width="medium"
            error={fault(errors.phone?.message)}
            {...form.register('phone')}
          />
        )}
        {consent === 'yes' && (
          <>
            <CheckboxGroup
              legend={labels.mayBeTold}
              description={t('hint.mayBeTold')}
              choices={TOLD.map((value) => ({ value, text: t(`told.${value}`) }))}
              defaultValue={typed.mayBeTold}
              error={fault(errors.mayBeTold?.message)}
              {...form.register('mayBeTold')}
            />
            <Checkbox
              label={labels.isCrisisContact}
              error={fault(errors.isCrisisContact?.message)}
              {...form.register('isCrisisContact')}
            />
          </>
        )}
        {supporterId !== null && (
          <Checkbox
            label={t('field.isWithdrawn')}
            description={t('hint.isWithdrawn')}
            {...form.register('isWithdrawn')}
          />
        )}
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
