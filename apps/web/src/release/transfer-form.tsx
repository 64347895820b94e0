'use client'

import type { TransferInput } from '@throughcare/domain/release/transfer-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly version: number; readonly prisons: readonly SelectOption[] }

/** The person was moved to another prison: the case goes along. */
export function TransferForm({ episodeId, version, prisons }: Props) {
  const t = useTranslations('release')
  const fault = useFault()
  const trpc = useTRPC()
  const deed = useDeed(trpc.release.transfer.mutationOptions())
  const form = useForm<z.input<typeof TransferInput>, unknown, TransferInput>({
    resolver: lazyResolver(() => import('@throughcare/domain/release/transfer-input').then((m) => m.TransferInput)),
    shouldFocusError: false,
    values: { episodeId, requestId: deed.requestId, seenVersion: version, toPrisonId: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = form.formState
  const labels = { toPrisonId: t('transfer.label') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <p>{t('transfer.lead')}</p>
        <FormRefusals form={form} deed={deed} labels={labels} yours={{}} />
        <Select
          label={labels.toPrisonId}
          options={prisons}
          emptyText={t('transfer.empty')}
          error={fault(errors.toPrisonId?.message)}
          {...form.register('toPrisonId')}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('transfer.pending')}>
          {t('transfer.confirm')}
        </Button>
      </FormBody>
    </form>
  )
}
