'use client'

import type { ChangePasswordInput } from '@throughcare/api/access/link-input'
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

/** A new password of one's own: the old one is asked for, and every other session ends. */
export function PasswordForm() {
  const t = useTranslations('access.account.password')
  const fault = useFault()
  const form = useForm<ChangePasswordInput>({
    resolver: lazyResolver(() => import('@throughcare/api/access/link-input').then((m) => m.ChangePasswordInput)),
    defaultValues: { current: '', password: '' },
  })
  const { errors } = form.formState
  const [state, setState] = useState<'typing' | 'pending' | 'changed' | { code: string }>('typing')
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(async (input) => {
        setState('pending')
        const answer = await askDoor('password', input)
        if (answer.ok) form.reset()
        setState(answer.ok ? 'changed' : { code: answer.code })
      })}
    >
      <FormBody>
        {state === 'changed' && (
          <Notice tone="info" role="status">
            {t('changed')}
          </Notice>
        )}
        {typeof state === 'object' && (
          <Notice tone="attention" role="alert">
            {t(t.has(state.code) ? state.code : 'unexpected')}
          </Notice>
        )}
        <TextField
          label={t('current')}
          type="password"
          autoComplete="current-password"
          error={fault(errors.current?.message)}
          {...form.register('current')}
        />
        <TextField
          label={t('next')}
          description={t('hint')}
          type="password"
          autoComplete="new-password"
          error={fault(errors.password?.message)}
          {...form.register('password')}
        />
        <div>
          <Button type="submit" pending={state === 'pending'} pendingText={t('pending')}>
            {t('submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
