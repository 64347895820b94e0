'use client'

import type { NamingWay } from '@throughcare/domain/partner/partner-codes'
import type { NamePartnerInput } from '@throughcare/domain/partner/partner-inputs'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type TypedName = {
  way: NamingWay
  familyName: string
  givenNames: string
  dateOfBirth: string
  code: string
  initials: string
}

const EMPTY: TypedName = {
  way: 'name-and-birth',
  familyName: '',
  givenNames: '',
  dateOfBirth: '',
  code: '',
  initials: '',
}

type Props = { readonly episodeId: string; readonly seenVersion: number }

/** Whom the person names. It is emptied with the press: what was written cannot be read again. */
export function NameForm({ episodeId, seenVersion }: Props) {
  const t = useTranslations('partner')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.partner.name.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<TypedName, unknown, NamePartnerInput>({
    resolver: typedResolver(
      'way',
      () => import('@throughcare/domain/partner/partner-inputs'),
      (typed, schemas, note) => {
        const { way, familyName, givenNames, dateOfBirth, code, initials } = typed
        const parsed = schemas.NamePartnerInput.safeParse({
          episodeId,
          requestId: ANY_REQUEST,
          seenVersion,
          named:
            way === 'code'
              ? { way, code }
              : way === 'not-here'
                ? { way, initials: initials.trim() || null }
                : { way, familyName, givenNames, dateOfBirth },
        })
        if (parsed.success) return parsed.data
        for (const { path, message } of parsed.error.issues) note((path[1] ?? 'way') as keyof TypedName, message)
        return null
      },
    ),
    shouldFocusError: false,
    defaultValues: EMPTY,
  })
  const { errors } = form.formState
  const way = form.watch('way')
  const labels = {
    way: t('name.way'),
    familyName: t('name.familyName'),
    givenNames: t('name.givenNames'),
    dateOfBirth: t('name.dateOfBirth'),
    code: t('name.code'),
    initials: t('name.initials'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <RadioGroup
          legend={labels.way}
          choices={[
            { value: 'name-and-birth', text: t('name.name-and-birth') },
            { value: 'code', text: t('name.by-code') },
            { value: 'not-here', text: t('name.not-here') },
          ]}
          {...form.register('way')}
        />
        {way === 'name-and-birth' && (
          <>
            <TextField
              label={labels.familyName}
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
              legend={labels.dateOfBirth}
              words={dateWords}
              error={fault(errors.dateOfBirth?.message)}
              {...form.register('dateOfBirth')}
            />
          </>
        )}
        {way === 'code' && (
          <TextField
            label={labels.code}
            autoComplete="off"
            width="medium"
            error={fault(errors.code?.message)}
            {...form.register('code')}
          />
        )}
        {way === 'not-here' && (
          <TextField
            label={labels.initials}
            description={t('name.initials-hint')}
            autoComplete="off"
            width="short"
            error={fault(errors.initials?.message)}
            {...form.register('initials')}
          />
        )}
        <Button type="submit" pending={deed.pending} pendingText={t('name.saving')}>
          {t('name.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('name.asked') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
