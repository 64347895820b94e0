'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { OneField, type StatementField, type Typed } from './statement-field.tsx'

/** What the page hands to a form: nothing but data. */
export type StatementProps = {
  /** Unlike every other form's of the page. */
  readonly id: string
  readonly fields: readonly StatementField[]
  /** What stands now; a field that is left out is empty. */
  readonly initial: Readonly<Record<string, string | number | null>>
  /** What is sent along and not typed: of which case, of which statement, the version seen. */
  readonly fixed: Readonly<Record<string, string | number | null>>
  readonly press: string
  readonly done: string
}

type Props<Answer, Input extends { requestId: string }> = StatementProps & {
  readonly mutation: Parameters<typeof useDeed<Answer, Input>>[0]
  readonly load: () => Promise<unknown>
}

/** Says something of a case for the first time or again: fields, faults, refusals and the press, for every noun alike. */
export function StatementForm<Answer, Input extends { requestId: string }>(props: Props<Answer, Input>) {
  const { id, fields, initial, fixed, press, done, mutation, load } = props
  const t = useTranslations('circumstance')
  const fault = useFault()
  const start: Typed = { ...Object.fromEntries(fields.map(({ name }) => [name, null])), ...initial }
  const stored = { ...start, ...fixed, requestId: '' }
  const form = useForm<Typed, unknown, Typed>({
    resolver: lazyResolver(load as () => Promise<z.ZodType<Typed, Typed>>),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const deed = useDeed(mutation, {
    onDone: () => beginAnew(form),
  })
  const { errors } = form.formState
  const now = form.watch()
  const asked = fields.filter(({ onlyWith }) => !onlyWith || onlyWith.is.includes(String(now[onlyWith.field] ?? '')))
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]))
  return (
    <form noValidate onSubmit={send}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={now} show={shown} />
        {asked.map((field) => (
          <OneField
            key={field.name}
            field={field}
            id={`${id}-${field.name}`}
            initial={String(start[field.name] ?? '')}
            error={fault(errors[field.name]?.message)}
            register={form.register}
          />
        ))}
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
          {press}
        </Button>
        <StatusLine>{deed.done && !deed.error ? done : ''}</StatusLine>
      </FormBody>
    </form>
  )

  function send(event: React.FormEvent) {
    form.setValue('requestId', deed.requestId)
    // What is not asked any more is not said.
    for (const { name } of fields) if (!asked.some((field) => field.name === name)) form.setValue(name, null)
    return form.handleSubmit(({ requestId: _made, ...input }) =>
      deed.press(input as unknown as Omit<Input, 'requestId'>),
    )(event)
  }

  /** A code as people read it, where a field is chosen from a list. */
  function shown(name: string, value: unknown): string | undefined {
    if (value === null || value === undefined || value === '') return undefined
    const options = fields.find((field) => field.name === name)?.options
    return options?.find((option) => option.value === value)?.text ?? String(value)
  }
}
