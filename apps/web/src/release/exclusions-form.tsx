'use client'

import { EXCLUSION_ANSWERS, FRIDAY_EXCLUSIONS, type FridayExclusion } from '@throughcare/domain/release/friday-codes'
import type { RecordExclusionsInput } from '@throughcare/domain/release/record-exclusions-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
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

type Answers = Pick<RecordExclusionsInput, 'hdc' | 'indeterminate' | 'paroleBoard' | 'under28Days'>

type Props = {
  readonly episodeId: string
  /** As they stand; null when nobody has answered. */
  readonly answers: (Answers & { readonly version: number; readonly reversion: string | null }) | null
}

const FIELD_OF = {
  hdc: 'hdc',
  indeterminate: 'indeterminate',
  'parole-board': 'paroleBoard',
  'under-28-days': 'under28Days',
} as const satisfies Record<FridayExclusion, keyof Answers>

/** The four questions that no other record answers, and why the release stays on its own day if somebody decided that. */
export function ExclusionsForm({ episodeId, answers }: Props) {
  const t = useTranslations('release')
  const fault = useFault()
  const trpc = useTRPC()
  const [requestId] = useState(newRequestId)
  const deed = useDeed(trpc.release.recordExclusions.mutationOptions(), {
    onDone: () => beginAnew(form, form.getValues()),
  })
  const stored = {
    episodeId,
    requestId,
    seenVersion: answers?.version ?? null,
    hdc: answers?.hdc ?? ('' as never),
    indeterminate: answers?.indeterminate ?? ('' as never),
    paroleBoard: answers?.paroleBoard ?? ('' as never),
    under28Days: answers?.under28Days ?? ('' as never),
    reversion: answers?.reversion ?? null,
  }
  const form = useForm<z.input<typeof RecordExclusionsInput>, unknown, RecordExclusionsInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/release/record-exclusions-input').then((loaded) => loaded.RecordExclusionsInput),
    ),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const { errors } = form.formState
  const asked = Object.fromEntries(
    FRIDAY_EXCLUSIONS.map((code) => [FIELD_OF[code], t(`earlier.exclusion.${code}`)]),
  ) as Record<keyof Answers, string>
  const labels = { ...asked, reversion: t('earlier.reversion') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={{}} />
        {FRIDAY_EXCLUSIONS.map((code) => (
          <RadioGroup
            key={code}
            layout="inline"
            legend={labels[FIELD_OF[code]]}
            error={fault(errors[FIELD_OF[code]]?.message)}
            choices={EXCLUSION_ANSWERS.map((answer) => ({ value: answer, text: t(`earlier.answer.${answer}`) }))}
            {...form.register(FIELD_OF[code])}
          />
        ))}
        <TextField
          label={labels.reversion}
          description={t('earlier.reversion-hint')}
          error={fault(errors.reversion?.message)}
          {...form.register('reversion', { setValueAs: (typed: string | null) => typed?.trim() || null })}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('earlier.saving')}>
          {t('earlier.save')}
        </Button>
      </FormBody>
    </form>
  )
}
