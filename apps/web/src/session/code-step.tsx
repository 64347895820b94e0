'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { type FormEvent, type ReactNode, useState } from 'react'
import { askDoor } from './ask-door.ts'

type Props = {
  readonly say: { readonly code: string; readonly submit: string; readonly pending: string; readonly missing: string }
  /** Why a code was not taken, by what the door answered. */
  readonly why: (code: string) => string
  readonly door: 'code' | 'factor-confirm'
  readonly lead?: ReactNode
  readonly onDone: (body: Record<string, unknown>) => void
}

/** Asks for one code of an authenticator app, or a recovery code, and hands it to the door. */
export function CodeStep({ say, why, door, lead, onDone }: Props) {
  const [state, setState] = useState<'typing' | 'pending'>('typing')
  const [fault, setFault] = useState<string | undefined>()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const field = event.currentTarget.elements.namedItem('code') as HTMLInputElement
    if (field.value.trim() === '') return setFault(say.missing)
    setState('pending')
    setFault(undefined)
    const answer = await askDoor(door, { code: field.value })
    if (answer.ok) return onDone(answer.body)
    setState('typing')
    setFault(why(answer.code))
    field.value = ''
    field.focus()
  }

  return (
    <form noValidate onSubmit={send}>
      <FormBody>
        {lead}
        <TextField
          name="code"
          label={say.code}
          autoComplete="one-time-code"
          inputMode="text"
          width="medium"
          error={fault}
        />
        <Button type="submit" pending={state === 'pending'} pendingText={say.pending}>
          {say.submit}
        </Button>
      </FormBody>
    </form>
  )
}
