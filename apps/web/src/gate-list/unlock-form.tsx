'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Gate } from './use-gate.ts'

/** The locked screen: says nothing of anybody, only how many presses wait. */
export function UnlockForm({ gate }: { readonly gate: Gate }) {
  const t = useTranslations('gate-list.unlock')
  const [pin, setPin] = useState('')

  async function unlock(event: FormEvent) {
    event.preventDefault()
    if (pin === '' || gate.busy) return
    await gate.unlock(pin)
    setPin('')
  }

  return (
    <Section heading={t('heading')} lead={t('lead')}>
      {gate.unsent > 0 && (
        <Notice tone="attention" heading={t('unsent', { count: gate.unsent })}>
          {t('unsent-text')}
        </Notice>
      )}
      <form noValidate onSubmit={unlock}>
        <FormBody>
          <TextField
            label={t('pin')}
            error={gate.triesLeft === null ? undefined : t('wrong', { left: gate.triesLeft })}
            type="password"
            autoComplete="off"
            name="gate-pin"
            width="medium"
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
          <Button type="submit" pending={gate.busy} pendingText={t('pending')}>
            {t('submit')}
          </Button>
        </FormBody>
      </form>
    </Section>
  )
}
