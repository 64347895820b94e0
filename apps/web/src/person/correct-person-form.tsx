'use client'

import type { CorrectPersonInput } from '@throughcare/domain/person/correct-person-input'
import type { Sex } from '@throughcare/domain/person/sexes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { newRequestId } from '../form/request-id.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'
import { namesIn, oneOrNone, orNull, yesNoOrNull } from './typed-values.ts'

type Values = z.input<typeof CorrectPersonInput>

export type CorrectPersonProps = {
  readonly personId: string
  readonly version: number
  readonly details: Omit<Values, 'personId' | 'requestId' | 'seenVersion'>
  readonly choices: Readonly<Record<'languages' | 'sexes', readonly SelectOption[]>>
}

/** A person's own details put right. Stands inside `<Words nouns={['person', 'calendar']}>`. */
export function CorrectPersonForm({ personId, version, details, choices }: CorrectPersonProps) {
  const t = useTranslations('person')
  const notKnown = useTranslations('form')('not-known')
  const dateWords = useTranslations('form.date')
  const fault = useFault()
  const format = useFormat()
  const trpc = useTRPC()
  const [requestId] = useState(newRequestId)
  const [said, setSaid] = useState<string | null>(null)
  const stored = { personId, requestId, seenVersion: version, ...details }
  const form = useForm<Values, unknown, CorrectPersonInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/person/correct-person-input').then((m) => m.CorrectPersonInput),
    ),
    defaultValues: stored,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const deed = useDeed(trpc.person.correct.mutationOptions(), {
    onDone: ({ changed }) => {
      beginAnew(form, form.getValues())
      setSaid(t(changed.length > 0 ? 'correct.saved' : 'correct.unchanged'))
    },
  })
  useFilledFrom(form, stored)

  const { errors } = form.formState
  const labels = Object.fromEntries(
    (['familyName', 'givenNames', 'otherNames', 'dateOfBirth', 'sex', 'languages', 'interpreterNeeded'] as const).map(
      (name) => [name, t(`field.${name}`)],
    ),
  )
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => {
        setSaid(null)
        deed.press(input)
      })}
    >
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          yours={form.getValues()}
          show={shown}
          onLoad={() => {
            const current = deed.error?.details.current as Values | undefined
            if (current) form.reset({ ...form.getValues(), ...current })
            deed.reload()
          }}
        />
        <TextField
          label={t('field.familyName')}
          description={t('field.familyName-more')}
          autoComplete="off"
          spellCheck={false}
          error={fault(errors.familyName?.message)}
          {...form.register('familyName')}
        />
        <TextField
          label={t('field.givenNames')}
          autoComplete="off"
          spellCheck={false}
          error={fault(errors.givenNames?.message)}
          {...form.register('givenNames')}
        />
        <TextField
          label={t('field.otherNames')}
          description={t('field.otherNames-more')}
          autoComplete="off"
          spellCheck={false}
          error={fault(errors.otherNames?.message ?? errors.otherNames?.[0]?.message)}
          {...form.register('otherNames', { setValueAs: namesIn })}
        />
        <DateField
          legend={t('field.dateOfBirth')}
          description={t('field.dateOfBirth-more')}
          words={{ day: dateWords('day'), month: dateWords('month'), year: dateWords('year') }}
          error={fault(errors.dateOfBirth?.message)}
          defaultValue={details.dateOfBirth ?? ''}
          {...form.register('dateOfBirth', { setValueAs: orNull })}
        />
        <RadioGroup legend={t('field.sex')} choices={choices.sexes} {...form.register('sex')} />
        <Select
          label={t('field.languages')}
          options={choices.languages}
          emptyText={notKnown}
          width="medium"
          error={fault(errors.languages?.message ?? errors.languages?.[0]?.message)}
          {...form.register('languages', { setValueAs: keepOthers })}
        />
        <Select
          label={t('field.interpreterNeeded')}
          options={[
            { value: 'true', text: t('field.interpreter-yes') },
            { value: 'false', text: t('field.interpreter-no') },
          ]}
          emptyText={t('field.not-asked')}
          width="medium"
          {...form.register('interpreterNeeded', { setValueAs: yesNoOrNull })}
        />
        <ButtonRow>
          <Button type="submit" pending={deed.pending} pendingText={t('correct.saving')}>
            {t('correct.save')}
          </Button>
        </ButtonRow>
        <StatusLine>{said}</StatusLine>
      </FormBody>
    </form>
  )

  /** The field shows the preferred language; the others that are recorded stay behind it. */
  function keepOthers(typed: unknown): unknown {
    const chosen = oneOrNone(typed)
    if (!Array.isArray(chosen) || typeof typed !== 'string') return chosen
    return [...chosen, ...details.languages.slice(1).filter((code) => !chosen.includes(code))]
  }

  function shown(field: string, value: unknown) {
    if (field === 'dateOfBirth') return typeof value === 'string' && value !== '' ? format.day(value) : undefined
    if (field === 'sex') return t(`sex.${value as Sex}`)
    if (field === 'interpreterNeeded')
      return t(value === null ? 'field.not-asked' : value ? 'field.interpreter-yes' : 'field.interpreter-no')
    return Array.isArray(value) ? value.join(', ') : String(value ?? '')
  }
}
