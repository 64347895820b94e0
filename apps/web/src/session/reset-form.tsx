'use client'

import type { AskResetInput } from '@throughcare/api/access/link-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useFault } from '../form/use-fault.ts'
import { askDoor } from './ask-door.ts'

/** An address, and the same answer for each. */
export function ResetForm() {
  const t = useTranslations('access.reset')
  const fault = useFault()
  const form = useForm<AskResetInput>({
    resolver: lazyResolver(() => import('@throughcare/api/access/link-input').then((m) => m.AskResetInput)),
    defaultValues: { email: '' },
  })
  const [state, setState] = useState<'typing' | 'pending' | 'sent' | 'failed'>('typing')
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(async ({ email }) => {
        setState('pending')
        setState((await askDoor('reset', { email })).ok ? 'sent' : 'failed')
      })}
    >
      <FormBody>
        {(state === 'sent' || state === 'failed') && (
          <Notice tone={state === 'sent' ? 'info' : 'attention'} role="status">
            {t(state)}
          </Notice>
        )}
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          error={fault(form.formState.errors.email?.message)}
          {...form.register('email')}
        />
        <Button type="submit" pending={state === 'pending'} pendingText={t('pending')}>
          {t('submit')}
        </Button>
      </FormBody>
    </form>
  )
}
