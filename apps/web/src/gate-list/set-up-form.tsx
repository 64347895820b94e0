'use client'

import { COPY_HOURS, MOST_WRONG_PINS } from '@throughcare/domain/gate-list/gate-copy'
import { pinFault, SHORTEST_PIN } from '@throughcare/domain/gate-list/gate-pin'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Reached } from './reached.tsx'
import type { Gate } from './use-gate.ts'

/** Fetches today's list and locks it with a PIN that never leaves the device. */
export function SetUpForm({ gate }: { readonly gate: Gate }) {
  const t = useTranslations('gate-list.set-up')
  const [typed, setTyped] = useState({ pin: '', again: '' })
  const [attempt, setAttempt] = useState(0)
  const fault = pinFault(typed.pin)
  const faults = {
    pin: fault && t(`pin.${fault}`, { least: SHORTEST_PIN }),
    again: !fault && typed.pin !== typed.again ? t('again.differs') : null,
  }

  function setUp(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (!faults.pin && !faults.again) void gate.setUp(typed.pin)
  }

  return (
    <Section heading={t('heading')} lead={t('lead', { hours: COPY_HOURS })}>
      <form noValidate onSubmit={setUp}>
        <FormBody>
          <TextField
            label={t('pin.label')}
            description={t('pin.hint', { least: SHORTEST_PIN, tries: MOST_WRONG_PINS })}
            error={attempt > 0 ? (faults.pin ?? undefined) : undefined}
            type="password"
            autoComplete="off"
            name="gate-pin"
            width="medium"
            value={typed.pin}
            onChange={(event) => setTyped({ ...typed, pin: event.target.value })}
          />
          <TextField
            label={t('again.label')}
            error={attempt > 0 ? (faults.again ?? undefined) : undefined}
            type="password"
            autoComplete="off"
            name="gate-pin-again"
            width="medium"
            value={typed.again}
            onChange={(event) => setTyped({ ...typed, again: event.target.value })}
          />
          <Reached gate={gate} />
          <Button type="submit" pending={gate.busy} pendingText={t('pending')}>
            {t('submit')}
          </Button>
        </FormBody>
      </form>
    </Section>
  )
}
