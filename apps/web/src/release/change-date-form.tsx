'use client'

import type { ChangeReleaseDateInput } from '@throughcare/domain/release/change-release-date-input'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import type { SelectOption } from '@throughcare/ui/select'
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
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

type Props = {
  readonly episodeId: string
  /** The version of the custody episode on the page. */
  readonly version: number
  readonly releaseDate: string | null
  readonly certainty: Certainty
  readonly certainties: readonly SelectOption[]
}

/** The release date and how sure it is. Stands inside `<Words nouns={['release', 'calendar']}>`. */
export function ChangeDateForm({ episodeId, version, releaseDate, certainty, certainties }: Props) {
  const t = useTranslations('release')
  const dateWords = useTranslations('form.date')
  const fault = useFault()
  const format = useFormat()
  const trpc = useTRPC()
  const [requestId] = useState(newRequestId)
  const stored = { episodeId, requestId, seenVersion: version, releaseDate, certainty, reason: null }
  const form = useForm<z.input<typeof ChangeReleaseDateInput>, unknown, ChangeReleaseDateInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/release/change-release-date-input').then((m) => m.ChangeReleaseDateInput),
    ),
    defaultValues: stored,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const [said, setSaid] = useState<string | null>(null)
  const deed = useDeed(trpc.release.changeDate.mutationOptions(), {
    onDone: ({ effects }) => {
      beginAnew(form, form.getValues())
      setSaid(
        effects.length === 0
          ? t('change.same')
          : t('change.saved', { effects: effects.map((effect) => t(`effect.${effect}`)).join(' ') }),
      )
    },
  })
  useFilledFrom(form, stored)

  const { errors } = form.formState
  const labels = { releaseDate: t('change.releaseDate'), certainty: t('change.certainty'), reason: t('change.reason') }
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
            const current = deed.error?.details.current as
              | { releaseDate: string | null; certainty: Certainty }
              | undefined
            if (current) form.reset({ ...stored, releaseDate: current.releaseDate, certainty: current.certainty })
            deed.reload()
          }}
        />
        <DateField
          legend={labels.releaseDate}
          description={t('change.no-date')}
          words={{ day: dateWords('day'), month: dateWords('month'), year: dateWords('year') }}
          error={fault(errors.releaseDate?.message)}
          defaultValue={releaseDate ?? ''}
          {...form.register('releaseDate', { setValueAs: orNull })}
        />
        <RadioGroup
          legend={labels.certainty}
          error={fault(errors.certainty?.message)}
          choices={certainties}
          {...form.register('certainty')}
        />
        <TextField
          label={labels.reason}
          description={t('change.reason-more')}
          autoComplete="off"
          error={fault(errors.reason?.message)}
          {...form.register('reason', { setValueAs: orNull })}
        />
        <ButtonRow>
          <Button type="submit" pending={deed.pending} pendingText={t('change.saving')}>
            {t('change.save')}
          </Button>
        </ButtonRow>
        <StatusLine>{said}</StatusLine>
      </FormBody>
    </form>
  )

  function shown(field: string, value: unknown) {
    if (field === 'certainty') return t(`certainty.${value as Certainty}`)
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : undefined
  }
}
