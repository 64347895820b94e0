'use client'

import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import type { ReactNode } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from './form-refusals.tsx'
import type { Deed } from './use-deed.ts'
import { useFault } from './use-fault.ts'

type Reasoned = { requestId: string; reason: string; words: string | null } & Record<string, unknown>

type Props<Input> = {
  readonly say: {
    readonly open: string
    readonly lead: string
    readonly legend: string
    readonly words: string
    readonly wordsHint?: string | undefined
    readonly confirm: string
    readonly pending: string
  }
  readonly reasons: readonly { readonly value: string; readonly text: string }[]
  /** What the press is about: travels with it as it is. */
  readonly of: Readonly<Record<string, unknown>>
  readonly deed: Deed<Input>
  /** Checks by the schema of the deed. */
  readonly resolver: unknown
  /** Why the server refused, where the noun tells it in its own way. */
  readonly refusal?: ReactNode
}

/** A press that asks why: folded until somebody wants it, then one reason of a list, and words for "other". */
export function FormWithReason<Input>({ say, reasons, of, deed, resolver, refusal }: Props<Input>) {
  const fault = useFault()
  const form = useForm<Reasoned>({
    resolver: resolver as Resolver<Reasoned>,
    shouldFocusError: false,
    values: { ...of, requestId: deed.requestId, reason: '', words: null },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = form.formState
  return (
    <Disclosure summary={say.open}>
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input as never))}>
        <FormBody>
          <p>{say.lead}</p>
          <FormRefusals form={form} deed={deed} labels={{ reason: say.legend, words: say.words }} yours={{}}>
            {refusal}
          </FormRefusals>
          <RadioGroup
            legend={say.legend}
            choices={reasons}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <TextField
            label={say.words}
            description={say.wordsHint}
            autoComplete="off"
            error={fault(errors.words?.message)}
            {...form.register('words', { setValueAs: (typed: string | null) => typed || null })}
          />
          <Button type="submit" variant="danger" pending={deed.pending} pendingText={say.pending}>
            {say.confirm}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
  )
}
