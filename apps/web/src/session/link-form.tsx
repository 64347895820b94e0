'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { askDoor } from './ask-door.ts'

type Props = {
  readonly linkKey: string
  /** Whoever it is for has an account: their own password, not a new one. */
  readonly isKnown: boolean
}

/** The password that goes with a one-time link. Afterwards the door is where it always is. */
export function LinkForm({ linkKey, isKnown }: Props) {
  const t = useTranslations('access.link')
  const fault = useFault()
  const form = useForm<{ key: string; password: string }>({
    resolver: lazyResolver(() =>
      import('@throughcare/api/access/link-input').then((m) => (isKnown ? m.UseLinkInput : m.ChooseByLinkInput)),
    ),
    defaultValues: { key: linkKey, password: '' },
  })
  const [state, setState] = useState<'typing' | 'pending' | { code: string }>('typing')
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(async (input) => {
        setState('pending')
        const answer = await askDoor('link', input)
        if (answer.ok) return window.location.replace(paths.signIn({ because: 'password-set' }))
        setState({ code: answer.code })
      })}
    >
      <FormBody>
        {typeof state === 'object' && (
          <Notice tone="attention" role="alert">
            {t(t.has(state.code) ? state.code : 'unexpected')}
          </Notice>
        )}
        {isKnown && <p>{t('known')}</p>}
        <TextField
          label={t(isKnown ? 'password' : 'new-password')}
          description={isKnown ? undefined : t('hint')}
          type="password"
          autoComplete={isKnown ? 'current-password' : 'new-password'}
          error={fault(form.formState.errors.password?.message)}
          {...form.register('password')}
        />
        <Button type="submit" pending={state === 'pending'} pendingText={t('pending')}>
          {t('submit')}
        </Button>
      </FormBody>
    </form>
  )
}
