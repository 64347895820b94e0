'use client'

import type { AskingOutcome, HowWasItDay, Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import type { RecordHowWasItInput } from '@throughcare/domain/how-was-it/record-how-was-it-input'
import type { Setting } from '@throughcare/domain/what-helps/what-helps-codes'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useServerNow } from '../outcome/use-server-now.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const OUTCOMES = ['answered', 'refused', 'not-reached'] as const satisfies readonly AskingOutcome[]
const SETTINGS = ['outside', 'in-custody'] as const satisfies readonly Setting[]
const CHOICES = {
  medicine: ['yes', 'partly', 'no', 'none-needed', 'refused'],
  bed: ['yes', 'no', 'refused'],
  'who-helped': ['a-service', 'family-or-friend', 'peer', 'nobody', 'refused'],
} as const satisfies Record<Question, readonly string[]>

/** An answer is empty while the question was not asked. */
type TypedAsking = { outcome: AskingOutcome; setting: Setting } & { [Q in Question]: { answer: string; words: string } }

type Props = {
  readonly episodeId: string
  readonly day: HowWasItDay
  readonly questions: readonly Question[]
  readonly madeAt: string
}

/** The three questions as the person is asked them, or that they were not reached or did not want to answer. */
export function AskingForm({ episodeId, day, questions, madeAt }: Props) {
  const t = useTranslations('how-was-it')
  const said = useTranslations('person-questions')
  const trpc = useTRPC()
  const fault = useFault()
  const serverNow = useServerNow(madeAt)
  const deed = useDeed(trpc.howWasIt.record.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<TypedAsking, unknown, RecordHowWasItInput>({
    resolver: typedResolver(
      'outcome',
      () => import('@throughcare/domain/how-was-it/record-how-was-it-input'),
      (typed, schemas, note) => {
        const answers = questions
          .filter((question) => typed[question].answer !== '')
          .map((question) => ({
            question,
            answer: typed[question].answer,
            words: typed[question].answer === 'refused' ? null : typed[question].words.trim() || null,
          }))
        const parsed = schemas.RecordHowWasItInput.safeParse({
          episodeId,
          requestId: ANY_REQUEST,
          day,
          askedAt: serverNow(),
          setting: typed.setting,
          outcome: typed.outcome,
          answers: typed.outcome === 'answered' ? answers : [],
        })
        if (parsed.success) return parsed.data
        for (const { message } of parsed.error.issues) note('outcome', message)
        return null
      },
    ),
    shouldFocusError: false,
    defaultValues: {
      outcome: 'answered',
      setting: 'outside',
      medicine: { answer: '', words: '' },
      bed: { answer: '', words: '' },
      'who-helped': { answer: '', words: '' },
    },
  })
  const { errors } = form.formState
  const outcome = form.watch('outcome')
  const labels = { outcome: t('field.outcome') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} typedIn={{ answers: 'outcome', askedAt: 'outcome' }} />
        <RadioGroup
          legend={labels.outcome}
          choices={OUTCOMES.map((value) => ({ value, text: t(`outcome.${value}`) }))}
          error={fault(errors.outcome?.message)}
          {...form.register('outcome')}
        />
        <RadioGroup
          legend={t('field.setting')}
          layout="inline"
          choices={SETTINGS.map((value) => ({ value, text: t(`setting-choice.${value}`) }))}
          {...form.register('setting')}
        />
        {outcome === 'answered' &&
          questions.map((question) => (
            <FormBody key={question}>
              <RadioGroup
                legend={said(question)}
                choices={CHOICES[question].map((value) => ({ value, text: t(`answer.${value}`) }))}
                {...form.register(`${question}.answer`)}
              />
              <TextField
                label={t('field.words', { question: t(`question.${question}`) })}
                {...form.register(`${question}.words`)}
              />
            </FormBody>
          ))}
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
