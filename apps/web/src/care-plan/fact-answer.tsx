'use client'

import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import { DateField } from '@throughcare/ui/date-field'
import { Fieldset } from '@throughcare/ui/fieldset'
import { Stack } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDateWords } from '../form/use-date-words.ts'
import { useFault } from '../form/use-fault.ts'
import type { FactSaving } from './use-fact-saving.ts'

type Props = {
  readonly code: FactCode
  readonly title: string
  readonly hint: string | undefined
  readonly saving: FactSaving
}

const NO_ANSWER = ['not-known', 'asked-later'] as const

/** The field of one question, by the form its answer has; "not known" and "ask later" are answers beside it. */
export function FactAnswer(props: Props) {
  const { kind } = FACTS[props.code]
  if (kind === 'choice' || kind === 'yes-no') return <ChoiceAnswer {...props} />
  return kind === 'local-time' ? <MomentAnswer {...props} /> : <TextAnswer {...props} />
}

function ChoiceAnswer({ code, title, hint, saving }: Props) {
  const t = useTranslations('care-plan')
  const { draft, answer } = saving
  const options = FACTS[code].options.map((value) => ({
    value,
    text: t.has(`option.${code}.${value}`) ? t(`option.${code}.${value}`) : t(`option.${value}`),
  }))
  return (
    <RadioGroup
      name={`fact-${code}`}
      legend={title}
      description={hint}
      value={draft.state === 'known' ? `known:${draft.value}` : (draft.state ?? '')}
      choices={[
        ...options.map(({ value, text }) => ({ value: `known:${value}`, text })),
        ...NO_ANSWER.map((state) => ({ value: state, text: t(`four.${state}`) })),
      ]}
      onChange={({ target: { value } }) => {
        const state = NO_ANSWER.find((each) => each === value)
        answer(state ? { state, value: '' } : { state: 'known', value: value.slice('known:'.length) }, true)
      }}
    />
  )
}

function TextAnswer({ code, title, hint, saving }: Props) {
  const fault = useFault()
  const { draft, answer, leave } = saving
  const field = {
    id: `fact-${code}`,
    label: title,
    description: hint,
    error: fault(saving.fault ?? undefined),
    value: draft.state === 'known' && draft.value !== NO_PHONE ? draft.value : '',
    onBlur: leave,
  }
  const typed = (value: string) => answer(value.trim() === '' ? { state: null, value: '' } : { state: 'known', value })
  return (
    <Stack gap="small">
      {code === 'own-words' ? (
        <TextArea {...field} rows={4} maxLength={4000} onChange={({ target }) => typed(target.value)} />
      ) : (
        <TextField
          {...field}
          type={code === 'phone' ? 'tel' : 'text'}
          autoComplete="off"
          maxLength={code === 'phone' ? 30 : 500}
          onChange={({ target }) => typed(target.value)}
        />
      )}
      <NoAnswer code={code} title={title} saving={saving} />
    </Stack>
  )
}

/** What the record holds for somebody who has no telephone: an answer, and not a number. */
const NO_PHONE = 'none'

/** A day and a time on the clock of the place; saved once both are there. */
function MomentAnswer({ code, title, hint, saving }: Props) {
  const t = useTranslations('care-plan')
  const words = useDateWords()
  const fault = useFault()
  const { draft, answer, leave } = saving
  const known = draft.state === 'known' ? draft.value : ''
  const [typed, setTyped] = useState({ day: known.slice(0, 10), time: known.slice(11) })
  const change = (next: Partial<typeof typed>) => {
    const both = { ...typed, ...next }
    setTyped(both)
    const time = both.time.trim().replace('.', ':').padStart(5, '0')
    if (both.day.length === 10 && both.time.trim().length >= 4) answer({ state: 'known', value: `${both.day}T${time}` })
  }
  return (
    <Stack gap="small">
      <Fieldset id={`fact-${code}-group`} legend={title} description={hint} error={fault(saving.fault ?? undefined)}>
        <Stack gap="small">
          <DateField
            key={draft.state === 'known' ? 'typed' : draft.state}
            id={`fact-${code}`}
            name={`fact-${code}`}
            legend={t('four.day')}
            words={words}
            defaultValue={known.slice(0, 10)}
            onChange={({ target }) => change({ day: target.value })}
            onBlur={leave}
          />
          <TimeField
            id={`fact-${code}-time`}
            label={t('four.time')}
            description={t('four.time-hint')}
            value={draft.state === null || draft.state === 'known' ? typed.time : ''}
            onChange={({ target }) => change({ time: target.value })}
            onBlur={leave}
          />
        </Stack>
      </Fieldset>
      <NoAnswer code={code} title={title} saving={saving} onChosen={() => setTyped({ day: '', time: '' })} />
    </Stack>
  )
}

/** "Not known", "ask later" and, of a telephone, "none": said at one press. */
function NoAnswer({ code, title, saving, onChosen }: Omit<Props, 'hint'> & { readonly onChosen?: () => void }) {
  const t = useTranslations('care-plan')
  const { draft, answer } = saving
  const isNone = draft.state === 'known' && code === 'phone' && draft.value === NO_PHONE
  return (
    <RadioGroup
      name={`no-answer-${code}`}
      legend={
        <>
          {t('four.or')}
          <VisuallyHidden> {title}</VisuallyHidden>
        </>
      }
      layout="inline"
      value={isNone ? NO_PHONE : draft.state === null || draft.state === 'known' ? '' : draft.state}
      choices={[
        ...(code === 'phone' ? [{ value: NO_PHONE, text: t('option.phone.none') }] : []),
        ...NO_ANSWER.map((state) => ({ value: state, text: t(`four.${state}`) })),
      ]}
      onChange={({ target: { value } }) => {
        const state = NO_ANSWER.find((each) => each === value)
        answer(state ? { state, value: '' } : { state: 'known', value: NO_PHONE }, true)
        onChosen?.()
      }}
    />
  )
}
