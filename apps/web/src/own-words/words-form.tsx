'use client'

import type { OwnWordsView } from '@throughcare/api/own-words/get-own-words'
import type { RecordOwnWordsInput } from '@throughcare/domain/own-words/record-own-words-input'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useFieldArray, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'
import { SayingFields } from './saying-fields.tsx'
import { newSaying, type TypedWords, typedWords } from './words-typed.ts'

type Props = {
  readonly episodeId: string
  readonly standing: OwnWordsView['standing']
  /** The language that a new saying begins in. */
  readonly language: string
  readonly languages: readonly { value: string; text: string }[]
  readonly treatingServices: readonly string[]
}

const MOST = 5

/** What the person says, typed by whoever sits with them, read back before it is kept. */
export function WordsForm({ episodeId, standing, language, languages, treatingServices }: Props) {
  const t = useTranslations('own-words')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.ownWords.record.mutationOptions(), {
    onDone: ({ version }) =>
      form.reset({ ...form.getValues(), readBack: false, mayTravel: false, seenVersion: version }),
  })
  const form = useForm<TypedWords, unknown, RecordOwnWordsInput>({
    resolver: typedResolver(
      'answer',
      () => import('@throughcare/domain/own-words/record-own-words-input'),
      (typed, schemas, note) => {
        const parsed = schemas.RecordOwnWordsInput.safeParse({
          episodeId,
          requestId: ANY_REQUEST,
          seenVersion: typed.seenVersion,
          answer: typed.answer,
          sayings:
            typed.answer === 'said'
              ? typed.sayings.map((saying) => ({
                  ...saying,
                  language: saying.language || null,
                  task: saying.kind === 'strategy' ? saying.task || null : null,
                }))
              : [],
          readBack: typed.answer === 'said' && typed.readBack,
          mayTravel: typed.answer === 'said' && typed.mayTravel,
        })
        if (parsed.success) return parsed.data
        for (const { path, message } of parsed.error.issues) note(path.join('.') as keyof TypedWords, message)
        return null
      },
    ),
    shouldFocusError: false,
    defaultValues: typedWords(standing, language),
  })
  useFilledFrom(form, typedWords(standing, language))
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'sayings' })
  const { errors } = form.formState
  const answer = form.watch('answer')
  const labels = { sayings: t('field.words'), readBack: t('field.readBack'), ...sayingLabels() }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          yours={{ sayings: form.getValues('sayings').map(({ words }) => words) }}
        />
        <RadioGroup
          legend={t('field.answer')}
          choices={(['said', 'chose-not-to'] as const).map((value) => ({ value, text: t(`answer.${value}`) }))}
          {...form.register('answer')}
        />
        {answer === 'said' && (
          <>
            {fields.map(({ id }, place) => (
              <SayingFields
                key={id}
                form={form as never}
                place={place}
                languages={languages}
                treatingServices={treatingServices}
                onRemove={fields.length > 1 ? () => remove(place) : null}
              />
            ))}
            {fields.length < MOST && (
              <Button variant="secondary" size="small" onClick={() => append(newSaying(language))}>
                {t('add')}
              </Button>
            )}
            <Checkbox
              label={t('field.readBack')}
              description={t('field.readBack-hint')}
              error={fault(errors.readBack?.message)}
              {...form.register('readBack')}
            />
            <Checkbox
              label={t('field.mayTravel')}
              description={t('field.mayTravel-hint')}
              {...form.register('mayTravel')}
            />
          </>
        )}
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  function sayingLabels(): Record<string, string> {
    return Object.fromEntries(fields.map((_, place) => [`sayings.${place}.words`, t('saying', { place: place + 1 })]))
  }
}
