'use client'

import type { AnswerHoursInput } from '@throughcare/domain/hours-confirmation/answer-hours-input'
import type { DayAnswer, ToldHow } from '@throughcare/domain/hours-confirmation/told-how'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { type AskedOf, answerResolver, type DayVersions, type TypedAnswer } from './answer-typed.ts'

type Props = {
  readonly question: AskedOf
  readonly versions?: DayVersions
  /** The place answers for itself: nobody else is asked who said it. */
  readonly isOwnPlace: boolean
  /** The day can be given back to "nobody has said anything". */
  readonly canTakeBack?: boolean
  /** Where to go on to. */
  readonly then: string
}

/** In the order in which they are offered; the schemas with the same codes are loaded with the first press. */
const WAYS = ['phone', 'visit', 'in-writing'] as const satisfies readonly ToldHow[]

/** What a place said about one day, and who said it: one answer for everybody who goes there. */
export function AnswerForm({ question, versions = {}, isOwnPlace, canTakeBack = false, then }: Props) {
  const t = useTranslations('hours-confirmation')
  const trpc = useTRPC()
  const router = useRouter()
  const fault = useFault()
  const words = useDateWords()
  const deed = useDeed(trpc.hoursConfirmation.answer.mutationOptions(), {
    refresh: false,
    onDone: () => {
      router.push(then)
      router.refresh()
    },
  })
  const form = useForm<TypedAnswer, unknown, AnswerHoursInput>({
    resolver: answerResolver(question, versions),
    shouldFocusError: false,
    defaultValues: {
      day: '',
      said: '',
      intervals: '',
      toldHow: isOwnPlace ? 'themselves' : 'phone',
      toldBy: '',
    },
  })
  const { errors } = form.formState
  const labels = {
    day: t('day.label'),
    said: t('said.label'),
    intervals: t('intervals.label'),
    toldHow: t('toldHow.label'),
    toldBy: t('toldBy.label'),
  }
  const answers = (['open', 'closed', ...(canTakeBack ? (['withdrawn'] as const) : [])] as const).map((value) => ({
    value,
    text: t(`said.${value}`),
  }))
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} show={shown} />
        {question.day === null && (
          <DateField legend={labels.day} words={words} error={fault(errors.day?.message)} {...form.register('day')} />
        )}
        <RadioGroup
          legend={labels.said}
          choices={answers}
          error={fault(errors.said?.message)}
          {...form.register('said')}
        />
        {form.watch('said') === 'open' && (
          <TextField
            label={labels.intervals}
            description={t('intervals.hint')}
            width="medium"
            maxLength={120}
            error={fault(errors.intervals?.message)}
            {...form.register('intervals')}
          />
        )}
        {!isOwnPlace && (
          <>
            <RadioGroup
              legend={labels.toldHow}
              layout="inline"
              choices={WAYS.map((value) => ({ value, text: t(`told-how.${value}`) }))}
              error={fault(errors.toldHow?.message)}
              {...form.register('toldHow')}
            />
            <TextField
              label={labels.toldBy}
              width="medium"
              maxLength={120}
              error={fault(errors.toldBy?.message)}
              {...form.register('toldBy')}
            />
          </>
        )}
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
      </FormBody>
    </form>
  )

  function shown(field: string, value: unknown): string {
    if (field === 'said' && typeof value === 'string' && value !== '') return t(`said.${value as DayAnswer}`)
    if (field === 'toldHow' && typeof value === 'string' && value !== '') return t(`told-how.${value as ToldHow}`)
    if (field === 'intervals' && Array.isArray(value))
      return value.map(({ from, to }: { from: string; to: string }) => `${from}–${to}`).join(', ')
    return String(value ?? '')
  }
}
