'use client'

import type { HandoffQuery, KeepFilterInput } from '@throughcare/domain/saved-filter/saved-filter-input'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Keeps the list as it is narrowed now, under a name. */
export function KeepFilterForm({ query }: { readonly query: HandoffQuery }) {
  const t = useTranslations('handoff-list.kept')
  const trpc = useTRPC()
  const fault = useFault()
  const form = useForm<KeepFilterInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/saved-filter/saved-filter-input').then((m) => m.KeepFilterInput),
    ) as never,
    shouldFocusError: false,
    values: { requestId: '', name: '', isShared: false, query },
    resetOptions: { keepDirtyValues: true },
  })
  const deed = useDeed(trpc.savedFilter.keep.mutationOptions(), {
    onDone: () => beginAnew(form),
  })
  const send = (event: React.FormEvent) => {
    form.setValue('requestId', deed.requestId)
    return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
  }
  return (
    <form noValidate onSubmit={send}>
      <FormBody>
        <p>{t('lead')}</p>
        <FormRefusals form={form} deed={deed} labels={{ name: t('name') }} yours={{}} />
        <TextField
          label={t('name')}
          description={t('name-hint')}
          autoComplete="off"
          width="medium"
          error={fault(form.formState.errors.name?.message)}
          {...form.register('name')}
        />
        <Checkbox label={t('shared')} {...form.register('isShared')} />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
