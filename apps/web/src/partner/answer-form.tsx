'use client'

import type { Leaving, SaidAnswer } from '@throughcare/domain/partner/partner-codes'
import type { RecordPartnerAnswerInput } from '@throughcare/domain/partner/partner-inputs'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const LEAVINGS = ['end-now', 'next-run', 'keep-appearances'] as const satisfies readonly Leaving[]

type TypedAnswer = {
  /** The version that stood when the conversation was begun to be typed. */
  seenVersion: number | null
  answer: SaidAnswer | ''
  askedOn: string
  seenAlone: boolean
  isBlocked: boolean
  leaving: Leaving | ''
  wantsCode: boolean
}

type Props = {
  readonly episodeId: string
  readonly seenVersion: number | null
  readonly today: string
  /** Whether there is a yes that can be taken back. */
  readonly hasYes: boolean
  /** Whether this side takes part now, so that whoever stops chooses how. */
  readonly takesPart: boolean
}

/** One private conversation. It begins empty, because what was said before is asked again and not read out. */
export function AnswerForm({ episodeId, seenVersion, today, hasYes, takesPart }: Props) {
  const t = useTranslations('partner')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.partner.recordAnswer.mutationOptions(), {
    onDone: ({ version }) => form.reset({ ...empty, seenVersion: version }),
  })
  const empty: TypedAnswer = {
    seenVersion,
    answer: '',
    askedOn: today,
    seenAlone: false,
    isBlocked: false,
    leaving: '',
    wantsCode: false,
  }
  const form = useForm<TypedAnswer, unknown, RecordPartnerAnswerInput>({
    resolver: typedResolver(
      'answer',
      () => import('@throughcare/domain/partner/partner-inputs'),
      (typed, schemas, note) => {
        const stops = takesPart && (typed.isBlocked || typed.answer === 'withdrawn')
        const parsed = schemas.RecordPartnerAnswerInput.safeParse({
          ...typed,
          episodeId,
          requestId: ANY_REQUEST,
          leaving: stops ? typed.leaving || null : null,
          wantsCode: typed.answer === 'yes' && !typed.isBlocked && typed.wantsCode,
        })
        if (stops && !typed.leaving) note('leaving', 'partner.leaving.missing')
        return takenOrNoted(parsed, note)
      },
    ),
    shouldFocusError: false,
    defaultValues: empty,
  })
  useFilledFrom(form, empty)
  const { errors } = form.formState
  const [answer, isBlocked] = form.watch(['answer', 'isBlocked'])
  const stops = takesPart && (isBlocked || answer === 'withdrawn')
  const answers: readonly SaidAnswer[] = hasYes ? ['yes', 'withdrawn'] : ['yes', 'no']
  const labels = {
    answer: t('form.answer'),
    askedOn: t('form.askedOn'),
    seenAlone: t('form.seenAlone'),
    isBlocked: t('form.isBlocked'),
    leaving: t('form.leaving'),
    wantsCode: t('form.wantsCode'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <Checkbox label={labels.seenAlone} error={fault(errors.seenAlone?.message)} {...form.register('seenAlone')} />
        <RadioGroup
          legend={labels.answer}
          choices={answers.map((value) => ({ value, text: t(`answer.${value}`) }))}
          error={fault(errors.answer?.message)}
          {...form.register('answer')}
        />
        <Checkbox label={labels.isBlocked} description={t('form.isBlocked-hint')} {...form.register('isBlocked')} />
        {stops && (
          <RadioGroup
            legend={labels.leaving}
            description={t('form.leaving-hint')}
            choices={LEAVINGS.map((value) => ({ value, text: t(`leaving.${value}`) }))}
            error={fault(errors.leaving?.message)}
            {...form.register('leaving')}
          />
        )}
        {answer === 'yes' && !isBlocked && <Checkbox label={labels.wantsCode} {...form.register('wantsCode')} />}
        <DateField
          legend={labels.askedOn}
          words={dateWords}
          defaultValue={today}
          error={fault(errors.askedOn?.message)}
          {...form.register('askedOn')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('form.saving')}>
          {t('form.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('form.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
