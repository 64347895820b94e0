'use client'

import { DateField } from '@throughcare/ui/date-field'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import type { UseFormRegister } from 'react-hook-form'
import { useDateWords } from '../form/use-date-words.ts'
import { orNull } from '../person/typed-values.ts'

/** A field as the page describes it: plain data with ready words, so that one form serves every noun. */
export type StatementField = {
  readonly name: string
  readonly kind: 'text' | 'long' | 'phone' | 'number' | 'day' | 'choice' | 'list'
  readonly label: string
  readonly hint?: string | undefined
  readonly options?: readonly { readonly value: string; readonly text: string }[]
  /** What stands above a list in which nothing needs to be chosen. */
  readonly none?: string | undefined
  /** Asked only while another field says one of these. */
  readonly onlyWith?: { readonly field: string; readonly is: readonly string[] } | undefined
}

/** What a form holds: everything as it is typed, an empty field being nothing. */
export type Typed = Record<string, string | number | null>

type Props = {
  readonly field: StatementField
  /** Unlike every other one's on the page. */
  readonly id: string
  readonly initial: string
  readonly error: string | undefined
  readonly register: UseFormRegister<Typed>
}

/** One field of a form, as its description says. */
export function OneField({ field, id, initial, error, register }: Props) {
  const words = useDateWords()
  const { name, kind, label, hint, options = [], none } = field
  const said = { description: hint, error }
  const registered = register(name, { setValueAs: kind === 'number' ? numberOrNull : orNull })
  switch (kind) {
    case 'day':
      return <DateField id={id} legend={label} words={words} defaultValue={initial} {...said} {...registered} />
    case 'choice':
      return <RadioGroup id={id} legend={label} choices={options} {...said} {...registered} />
    case 'list':
      return <Select id={id} label={label} options={options} emptyText={none} {...said} {...registered} />
    case 'long':
      return <TextArea id={id} label={label} {...said} {...registered} />
    case 'number':
      return <TextField id={id} label={label} inputMode="numeric" width="short" {...said} {...registered} />
    case 'phone':
      return <TextField id={id} label={label} type="tel" autoComplete="off" width="medium" {...said} {...registered} />
    case 'text':
      return <TextField id={id} label={label} autoComplete="off" {...said} {...registered} />
  }
}

/** What is no number stays as it was typed: the schema says so at the field. */
function numberOrNull(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed ?? null
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : text
}
