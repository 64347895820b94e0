'use client'

import type { RecordWhatHelpsInput } from '@throughcare/domain/what-helps/record-what-helps-input'
import type { AroundGoal, Goal } from '@throughcare/domain/what-helps/what-helps-codes'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const GOALS = ['no-drugs', 'safer-use', 'stay-on-treatment', 'not-sure', 'not-said'] as const satisfies readonly Goal[]
const AROUND = [
  'no-drugs',
  'safer-use',
  'stay-on-treatment',
  'going-on-as-before',
  'not-sure',
  'not-said',
] as const satisfies readonly AroundGoal[]
const LISTS = ['helps', 'pulls', 'strengths'] as const

/** Lists as they are typed: one thing a line. */
type TypedRound = {
  goal: Goal
  aroundWant: AroundGoal
  askedOn: string
  helps: string
  pulls: string
  strengths: string
  lastTime: string
  preferredMedicine: string
  preferredNotMet: string
}

type Props = {
  readonly episodeId: string
  readonly seenVersion: number | null
  readonly today: string
  readonly medicines: readonly { value: string; text: string }[]
}

/** One asking: each is begun empty, because what was said before is asked again and not read out. */
export function RoundForm({ episodeId, seenVersion, today, medicines }: Props) {
  const t = useTranslations('what-helps')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.whatHelps.record.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<TypedRound, unknown, RecordWhatHelpsInput>({
    resolver: typedResolver(
      'goal',
      () => import('@throughcare/domain/what-helps/record-what-helps-input'),
      (typed, schemas, note) => {
        return takenOrNoted(
          schemas.RecordWhatHelpsInput.safeParse({
            ...typed,
            episodeId,
            requestId: ANY_REQUEST,
            seenVersion,
            helps: linesOf(typed.helps),
            pulls: linesOf(typed.pulls),
            strengths: linesOf(typed.strengths),
            lastTime: typed.lastTime.trim() || null,
            preferredMedicine: typed.preferredMedicine || null,
            preferredNotMet: typed.preferredNotMet.trim() || null,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: {
      goal: 'not-said',
      aroundWant: 'not-said',
      askedOn: today,
      helps: '',
      pulls: '',
      strengths: '',
      lastTime: '',
      preferredMedicine: '',
      preferredNotMet: '',
    },
  })
  const { errors } = form.formState
  const fields = Object.keys(form.formState.defaultValues ?? {}) as (keyof TypedRound)[]
  const labels = Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)]))
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <RadioGroup
          legend={labels.goal}
          choices={GOALS.map((value) => ({ value, text: t(`goal.${value}`) }))}
          {...form.register('goal')}
        />
        <RadioGroup
          legend={labels.aroundWant}
          description={t('hint.aroundWant')}
          choices={AROUND.map((value) => ({ value, text: t(`goal.${value}`) }))}
          {...form.register('aroundWant')}
        />
        {LISTS.map((list) => (
          <TextArea
            key={list}
            label={labels[list]}
            description={t('hint.lines')}
            rows={3}
            error={fault(errors[list]?.message)}
            {...form.register(list)}
          />
        ))}
        <TextArea
          label={labels.lastTime}
          rows={2}
          error={fault(errors.lastTime?.message)}
          {...form.register('lastTime')}
        />
        <Select
          label={labels.preferredMedicine}
          emptyText={t('not-asked')}
          options={medicines}
          width="medium"
          error={fault(errors.preferredMedicine?.message)}
          {...form.register('preferredMedicine')}
        />
        <TextField
          label={labels.preferredNotMet}
          error={fault(errors.preferredNotMet?.message)}
          {...form.register('preferredNotMet')}
        />
        <DateField
          legend={labels.askedOn}
          words={dateWords}
          defaultValue={today}
          error={fault(errors.askedOn?.message)}
          {...form.register('askedOn')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
