'use client'

import type { PutUpInput } from '@throughcare/domain/now-board/now-board-inputs'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { signOutHere } from '../session/sign-out-here.ts'
import { useTRPC } from '../trpc/client.tsx'
import { keepScreenKey } from './screen-store.ts'

/** Hangs the board on the screen that this browser is on: whoever pressed is signed out here, and the counts stay. */
export function PutUpForm() {
  const t = useTranslations('now-board.wall')
  const trpc = useTRPC()
  const fault = useFault()
  const [isStillIn, setStillIn] = useState(false)
  const form = useForm<PutUpInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/now-board/now-board-inputs').then((m) => m.PutUpInput),
    ) as never,
    shouldFocusError: false,
    values: { requestId: '', place: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const deed = useDeed(trpc.nowBoard.putUp.mutationOptions(), {
    refresh: false,
    onDone: async ({ key }) => {
      keepScreenKey(key)
      // A board on a wall with somebody signed in behind it opens everything to whoever walks past.
      if (await signOutHere()) window.location.assign(paths.nowScreen())
      else setStillIn(true)
    },
  })
  const send = (event: React.FormEvent) => {
    form.setValue('requestId', deed.requestId)
    return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
  }
  return (
    <form noValidate onSubmit={send}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={{ place: t('place') }} yours={{}} />
        <TextField
          label={t('place')}
          description={t('place-hint')}
          autoComplete="off"
          width="medium"
          error={fault(form.formState.errors.place?.message)}
          {...form.register('place')}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('putting-up')}>
          {t('put-up')}
        </Button>
        <StatusLine>{isStillIn ? t('still-in') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
