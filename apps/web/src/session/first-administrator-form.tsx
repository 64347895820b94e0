'use client'

import type { FirstAdministratorInput } from '@throughcare/api/access/first-administrator-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Select } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FaultSummary } from '../form/fault-summary.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'

type Props = { readonly linkKey: string; readonly timeZones: readonly string[] }
type State = 'typing' | 'pending' | 'gone' | 'unavailable'

/** The service where administrators sit, and who is the first of them. */
export function FirstAdministratorForm({ linkKey, timeZones }: Props) {
  const t = useTranslations('access.first-administrator')
  const fault = useFault()
  const form = useForm<z.input<typeof FirstAdministratorInput>, unknown, FirstAdministratorInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/api/access/first-administrator-input').then((m) => m.FirstAdministratorInput),
    ),
    shouldFocusError: false,
    defaultValues: {
      key: linkKey,
      serviceName: '',
      country: '',
      timeZone: 'Europe/London',
      displayName: '',
      email: '',
      password: '',
      locale: useLocale(),
    },
  })
  const [state, setState] = useState<State>('typing')
  const { errors, submitCount } = form.formState

  async function send(input: FirstAdministratorInput) {
    setState('pending')
    const answer = await fetch('/api/auth/first-administrator', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughcare': '1' },
      body: JSON.stringify(input),
    }).catch(() => null)
    if (answer?.ok) return window.location.replace(paths.signIn())
    setState(answer?.status === 404 ? 'gone' : 'unavailable')
  }

  const field = (name: 'serviceName' | 'country' | 'displayName' | 'email' | 'password') => ({
    label: t(name),
    error: fault(errors[name]?.message),
    ...form.register(name),
  })
  return (
    <form noValidate onSubmit={form.handleSubmit(send)}>
      <FormBody>
        <FaultSummary errors={errors} attempt={submitCount} />
        {(state === 'gone' || state === 'unavailable') && (
          <Notice key={submitCount} tone="attention" role="alert">
            {t(state)}
          </Notice>
        )}
        <TextField {...field('serviceName')} description={t('serviceNameHint')} autoComplete="organization" />
        <TextField {...field('country')} description={t('countryHint')} width="short" autoComplete="country" />
        <Select
          label={t('timeZone')}
          error={fault(errors.timeZone?.message)}
          options={timeZones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
          {...form.register('timeZone')}
        />
        <TextField {...field('displayName')} description={t('displayNameHint')} autoComplete="name" />
        <TextField {...field('email')} type="email" autoComplete="username" />
        <TextField {...field('password')} type="password" description={t('passwordHint')} autoComplete="new-password" />
        <Button type="submit" pending={state === 'pending'} pendingText={t('pending')}>
          {t('submit')}
        </Button>
      </FormBody>
    </form>
  )
}
