'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody, Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { paths } from '../paths.ts'
import { CodeStep } from './code-step.tsx'
import { SESSION_BACK } from './ended-event.ts'
import styles from './sign-in-again.module.css'
import { type SignInResult, signInHere } from './sign-in-here.ts'

/**
 * The session of an open page has ended: idle, too old, or ended from another device. Covers the page, so that nobody reads on,
 * and lets whoever was there sign in again; then the page stands as it was, with what was typed into it. For anybody else the
 * page is left.
 */
export function SignInAgain() {
  const t = useTranslations('refusal.again')
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  const [result, setResult] = useState<SignInResult | 'pending' | null>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const back = () => window.dispatchEvent(new Event(SESSION_BACK))

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setResult('pending')
    const answer = await signInHere(String(fields.get('email')), String(fields.get('password')), true)
    if (answer === 'signed-in') return back()
    // A factor is set up on the way in, where there is room for it.
    if (answer === 'enrolment') return window.location.assign(paths.signIn())
    setResult(answer)
  }

  const isRefused = result !== null && result !== 'pending' && result !== 'code'
  return (
    <dialog
      ref={dialog}
      className={`tc-dialog ${styles.cover}`}
      aria-labelledby={headingId}
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.isConnected && event.currentTarget.showModal()}
    >
      <h2 id={headingId}>{t('ended-heading')}</h2>
      <Stack>
        <p>{t('ended-lead')}</p>
        {result === 'code' ? (
          <CodeStep
            door="code"
            say={{ code: t('code'), submit: t('submit'), pending: t('pending'), missing: t('missing') }}
            why={(code) => t(t.has(code) ? code : 'unexpected')}
            onDone={back}
          />
        ) : (
          <form noValidate onSubmit={send}>
            <FormBody>
              {isRefused && (
                <Notice tone="attention" role="alert">
                  {t(result)}
                </Notice>
              )}
              <TextField name="email" type="email" label={t('email')} autoComplete="username" autoCapitalize="none" />
              <TextField name="password" type="password" label={t('password')} autoComplete="current-password" />
              <Button type="submit" pending={result === 'pending'} pendingText={t('pending')}>
                {t('sign-in')}
              </Button>
            </FormBody>
          </form>
        )}
        <div>
          <Button variant="quiet" onClick={() => window.location.assign(paths.signIn())}>
            {t('leave')}
          </Button>
        </div>
      </Stack>
    </dialog>
  )
}
