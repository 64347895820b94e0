'use client'

import type { SignInInput } from '@throughcare/api/access/sign-in-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useForm } from 'react-hook-form'
import { FaultSummary } from '../form/fault-summary.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useFault } from '../form/use-fault.ts'
import { type SignInResult, signInHere } from './sign-in-here.ts'

const SignInRest = lazy(() => import('./sign-in-rest.tsx').then((step) => ({ default: step.SignInRest })))

type Props = {
  readonly goOnTo: string
  /** The password was right already, in this browser or at an identity provider. */
  readonly awaits?: 'code' | 'enrolment' | null
}

/** Address and password, and then the second factor. What was typed stays when it was wrong; the password is asked for again. */
export function SignInForm({ goOnTo, awaits = null }: Props) {
  const t = useTranslations('access.sign-in')
  const fault = useFault()
  const form = useForm<SignInInput>({
    resolver: lazyResolver(() => import('@throughcare/api/access/sign-in-input').then((m) => m.SignInInput)),
    defaultValues: { email: '', password: '' },
    reValidateMode: 'onSubmit',
    // The summary takes the focus.
    shouldFocusError: false,
  })
  const [result, setResult] = useState<SignInResult | 'pending' | null>(awaits)
  const { errors, submitCount } = form.formState

  async function send({ email, password }: SignInInput) {
    setResult('pending')
    const answer = await signInHere(email, password)
    if (answer === 'signed-in') return goIn()
    setResult(answer)
    form.resetField('password')
    if (answer !== 'code' && answer !== 'enrolment') form.setFocus('password')
  }

  async function goIn() {
    // Whoever used this device before may have taken a list to the gate: it is theirs.
    await import('../gate-list/forget-list.ts').then((gate) => gate.forgetList()).catch(() => undefined)
    // A whole new page: nothing that was loaded for somebody else stays in this tab.
    window.location.replace(goOnTo)
  }

  if (result === 'code' || result === 'enrolment')
    return (
      <Suspense>
        <SignInRest awaits={result} onDone={goIn} onStartAgain={() => setResult(null)} />
      </Suspense>
    )
  const pending = result === 'pending' || result === 'signed-in'
  return (
    <form noValidate onSubmit={form.handleSubmit(send)}>
      <FormBody>
        <FaultSummary errors={errors} attempt={submitCount} />
        {result && !pending && Object.keys(errors).length === 0 && (
          <Notice key={submitCount} tone={result === 'wrong' ? 'urgent' : 'attention'} role="alert">
            {t(result)}
          </Notice>
        )}
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={fault(errors.email?.message)}
          {...form.register('email')}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          error={fault(errors.password?.message)}
          {...form.register('password')}
        />
        <Button type="submit" pending={pending} pendingText={t('pending')}>
          {t('submit')}
        </Button>
      </FormBody>
    </form>
  )
}
