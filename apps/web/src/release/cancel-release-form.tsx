'use client'

import { CANCEL_REASONS } from '@throughcare/domain/release/cancel-reasons'
import type { CancelReleaseInput } from '@throughcare/domain/release/cancel-release-input'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly version: number }

/** The date is withdrawn and there is none: with a reason, and nothing else goes away. */
export function CancelReleaseForm({ episodeId, version }: Props) {
  const t = useTranslations('release')
  const fault = useFault()
  const trpc = useTRPC()
  const deed = useDeed(trpc.release.cancel.mutationOptions())
  const form = useForm<z.input<typeof CancelReleaseInput>, unknown, CancelReleaseInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/release/cancel-release-input').then((loaded) => loaded.CancelReleaseInput),
    ),
    shouldFocusError: false,
    values: { episodeId, requestId: deed.requestId, seenVersion: version, reason: '' as never, words: null },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, submitCount } = form.formState
  const labels = { reason: t('cancel.legend'), words: t('cancel.words') }
  return (
    <Disclosure summary={t('cancel.open')}>
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
        <FormBody>
          <p>{t('cancel.lead')}</p>
          <FaultSummary errors={errors} attempt={submitCount} labels={labels} />
          <DeedRefusal error={deed.error} attempt={deed.attempt} labels={labels} yours={{}} onLoad={deed.reload} />
          <RadioGroup
            legend={labels.reason}
            choices={CANCEL_REASONS.map((code) => ({ value: code, text: t(`cancel.reason.${code}`) }))}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <TextField
            label={labels.words}
            autoComplete="off"
            error={fault(errors.words?.message)}
            {...form.register('words', { setValueAs: (typed: string | null) => typed || null })}
          />
          <Button type="submit" variant="danger" pending={deed.pending} pendingText={t('cancel.pending')}>
            {t('cancel.confirm')}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
  )
}
