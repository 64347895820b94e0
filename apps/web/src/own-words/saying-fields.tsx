'use client'

import type { SayingKind, StrategyTask } from '@throughcare/domain/own-words/own-words-codes'
import { tellingWords } from '@throughcare/domain/own-words/telling-words'
import { Button } from '@throughcare/ui/button'
import { Fieldset } from '@throughcare/ui/fieldset'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Select } from '@throughcare/ui/select'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import { useFault } from '../form/use-fault.ts'
import type { TypedWords } from './words-typed.ts'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const KINDS = ['strategy', 'goal', 'high-risk-moment', 'as-said'] as const satisfies readonly SayingKind[]
const TASKS = ['other-pharmacy', 'other-time', 'depot', 'money-held'] as const satisfies readonly StrategyTask[]

type Props = {
  readonly form: UseFormReturn<TypedWords, unknown, never>
  readonly place: number
  readonly languages: readonly { value: string; text: string }[]
  readonly treatingServices: readonly string[]
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null
}

/** One saying: what it is about, the words as said, their language, and what a strategy asks of the services. */
export function SayingFields({ form, place, languages, treatingServices, onRemove }: Props) {
  const t = useTranslations('own-words')
  const fault = useFault()
  const [words, kind] = form.watch([`sayings.${place}.words`, `sayings.${place}.kind`])
  const tells = tellingWords(words, treatingServices)
  const errors = form.formState.errors.sayings?.[place]
  return (
    <Fieldset id={`saying-${place}`} legend={t('saying', { place: place + 1 })}>
      <FormBody>
        <Select
          label={t('field.kind')}
          width="medium"
          options={KINDS.map((value) => ({ value, text: t(`kind.${value}`) }))}
          {...form.register(`sayings.${place}.kind`)}
        />
        <TextArea
          label={t('field.words')}
          rows={3}
          dir="auto"
          error={fault(errors?.words?.message)}
          {...form.register(`sayings.${place}.words`)}
        />
        {tells.length > 0 && (
          <Notice tone="attention" heading={t('tells.heading')}>
            {t('tells.text', { names: tells.join(', ') })}
          </Notice>
        )}
        <Select
          label={t('field.language')}
          width="medium"
          emptyText={t('field.no-language')}
          options={languages}
          {...form.register(`sayings.${place}.language`)}
        />
        {kind === 'strategy' && (
          <Select
            label={t('field.task')}
            description={t('field.task-hint')}
            emptyText={t('field.no-task')}
            options={TASKS.map((value) => ({ value, text: t(`task.${value}`) }))}
            {...form.register(`sayings.${place}.task`)}
          />
        )}
        {onRemove && (
          <Button variant="quiet" size="small" onClick={onRemove}>
            {t('remove', { place: place + 1 })}
          </Button>
        )}
      </FormBody>
    </Fieldset>
  )
}
