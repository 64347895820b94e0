'use client'

import { Button } from '@throughcare/ui/button'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { askDoor } from './ask-door.ts'

/**
 * Where a press was refused because it weighs much: asks in place who is there, above the form, which keeps what was typed. The
 * dialog stands beside the page's own forms, not inside them: its field is part of none of them.
 */
export function ProveAgain() {
  const t = useTranslations('refusal.again')
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<'closed' | 'open' | 'pending' | 'proved'>('closed')
  const [fault, setFault] = useState<string | undefined>()

  async function send(event: FormEvent<HTMLFormElement>) {
    // React tells the form around the refusal too: that one was not pressed.
    event.preventDefault()
    event.stopPropagation()
    const field = event.currentTarget.elements.namedItem('proof') as HTMLInputElement
    if (field.value === '') return setFault(t('missing'))
    setState('pending')
    setFault(undefined)
    const answer = await askDoor('prove', { proof: field.value })
    if (answer.ok) return setState('proved')
    setState('open')
    setFault(t.has(answer.code) ? t(answer.code) : t('unexpected'))
    field.value = ''
    field.focus()
  }

  if (state === 'proved') return <p role="status">{t('proved')}</p>
  return (
    <>
      <Button variant="secondary" size="small" onClick={() => setState('open')}>
        {t('open')}
      </Button>
      {state !== 'closed' &&
        createPortal(
          <ConfirmDialog
            open
            heading={t('heading')}
            confirmText={t('submit')}
            cancelText={t('cancel')}
            pending={state === 'pending'}
            pendingText={t('pending')}
            onConfirm={() => form.current?.requestSubmit()}
            onCancel={() => setState('closed')}
          >
            <p>{t('lead')}</p>
            <form ref={form} noValidate onSubmit={send}>
              <TextField
                name="proof"
                type="password"
                label={t('proof')}
                autoComplete="current-password"
                error={fault}
              />
            </form>
          </ConfirmDialog>,
          document.body,
        )}
    </>
  )
}
