'use client'

import type { MakeFigureExportInput } from '@throughcare/domain/figure-export/figure-export-inputs'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Asks for a file of the figures, with a reason. */
export function MakeExportForm() {
  const t = useTranslations('figure-export.make')
  const trpc = useTRPC()
  const fault = useFault()
  const [said, setSaid] = useState<'done' | 'waits' | null>(null)
  const form = useForm<MakeFigureExportInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/figure-export/figure-export-inputs').then((m) => m.MakeFigureExportInput),
    ) as never,
    shouldFocusError: false,
    values: { requestId: '', reason: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const deed = useDeed(trpc.figureExport.make.mutationOptions(), {
    onDone: ({ because }) => {
      setSaid(because.length > 0 ? 'waits' : 'done')
      beginAnew(form)
    },
  })
  const send = (event: React.FormEvent) => {
    form.setValue('requestId', deed.requestId)
    return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
  }
  return (
    <form noValidate onSubmit={send}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={{ reason: t('reason') }} yours={{}} />
        <TextField
          label={t('reason')}
          description={t('reason-hint')}
          autoComplete="off"
          error={fault(form.formState.errors.reason?.message)}
          {...form.register('reason')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('pending')}>
          {t('submit')}
        </Button>
        <StatusLine>{said && !deed.error ? t(said) : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
