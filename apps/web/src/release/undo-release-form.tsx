'use client'

import type { ReleaseUndone } from '@throughcare/api/release/undo-release'
import { UNDO_REASONS } from '@throughcare/domain/release/undo-reasons'
import type { UndoReleaseInput } from '@throughcare/domain/release/undo-release-input'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

type Props = { readonly episodeId: string; readonly version: number; readonly may: boolean }
type Typed = z.input<typeof UndoReleaseInput>

/** A wrong press of "Released now", taken back with a reason. Says afterwards who had already looked. */
export function UndoReleaseForm({ episodeId, version, may }: Props) {
  const t = useTranslations('release')
  const fault = useFault()
  const format = useFormat()
  const trpc = useTRPC()
  const [undone, setUndone] = useState<ReleaseUndone | null>(null)
  const deed = useDeed(trpc.release.undo.mutationOptions(), { onDone: setUndone })
  const form = useForm<Typed, unknown, UndoReleaseInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/release/undo-release-input').then((loaded) => loaded.UndoReleaseInput),
    ),
    shouldFocusError: false,
    values: { episodeId, requestId: deed.requestId, seenVersion: version, reason: '' as never, words: null },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, submitCount } = form.formState
  if (undone)
    return (
      <Notice tone="good" role="status" heading={t('undo.done', { revoked: undone.revoked })}>
        <p>{t('undo.seen', { count: undone.seenBy.length })}</p>
        <ul>
          {undone.seenBy.map((one) => (
            <li key={`${one.serviceName} ${one.accountName}`}>
              {t('undo.seen-row', {
                name: one.accountName,
                service: one.serviceName,
                at: format.instant(one.firstAt, 'time'),
              })}
            </li>
          ))}
        </ul>
      </Notice>
    )
  if (!may) return null
  const labels = { reason: t('undo.legend'), words: t('undo.words') }
  return (
    <Disclosure summary={t('undo.open')}>
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
        <FormBody>
          <p>{t('undo.lead')}</p>
          <FaultSummary errors={errors} attempt={submitCount} labels={labels} />
          <DeedRefusal error={deed.error} attempt={deed.attempt} labels={labels} yours={{}} onLoad={deed.reload} />
          <RadioGroup
            legend={labels.reason}
            choices={UNDO_REASONS.map((code) => ({ value: code, text: t(`undo.reason.${code}`) }))}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <TextField
            label={labels.words}
            autoComplete="off"
            error={fault(errors.words?.message)}
            {...form.register('words', { setValueAs: (typed: string | null) => typed || null })}
          />
          <Button type="submit" variant="danger" pending={deed.pending} pendingText={t('undo.pending')}>
            {t('undo.confirm')}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
  )
}
