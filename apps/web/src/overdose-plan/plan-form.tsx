'use client'

import type { OverdosePlanAnswer } from '@throughcare/domain/overdose-plan/overdose-plan-codes'
import type { RecordOverdosePlanInput } from '@throughcare/domain/overdose-plan/record-overdose-plan-input'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const ANSWERS = ['made', 'offered', 'declined'] as const satisfies readonly OverdosePlanAnswer[]
const PARTS = ['notAlone', 'goSlow', 'naloxoneWith', 'whoCalls'] as const

type Stated = Omit<z.input<typeof RecordOverdosePlanInput>, 'episodeId' | 'requestId' | 'seenVersion'>
type Props = { readonly episodeId: string; readonly seenVersion: number | null; readonly stated: Stated }

/** Offered, made or declined; and of a plan its four parts, in the person's words. */
export function PlanForm({ episodeId, seenVersion, stated }: Props) {
  const t = useTranslations('overdose-plan')
  const dateWords = useDateWords()
  const fault = useFault()
  const trpc = useTRPC()
  const stored = { episodeId, requestId: '', seenVersion, ...stated }
  const form = useForm<z.input<typeof RecordOverdosePlanInput>, unknown, RecordOverdosePlanInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/overdose-plan/record-overdose-plan-input').then(
        (loaded) => loaded.RecordOverdosePlanInput,
      ),
    ),
    shouldFocusError: false,
    shouldUnregister: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const deed = useDeed(trpc.overdosePlan.record.mutationOptions(), { onDone: () => beginAnew(form, form.getValues()) })
  const { errors } = form.formState
  const answer = form.watch('answer')
  const labels = {
    answer: t('field.answer'),
    offeredOn: t('field.offeredOn'),
    seenAlone: t('field.seenAlone'),
    ...Object.fromEntries(PARTS.map((part) => [part, t(`part.${part}`)])),
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        form.setValue('requestId', deed.requestId)
        // What was typed for a plan that is not made is not sent along.
        if (answer !== 'made') for (const part of PARTS) form.setValue(part, null)
        return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
      }}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <RadioGroup
          legend={labels.answer}
          choices={ANSWERS.map((value) => ({ value, text: t(`answer.${value}`) }))}
          error={fault(errors.answer?.message)}
          {...form.register('answer')}
        />
        {answer === 'made' &&
          PARTS.map((part) => (
            <TextArea
              key={part}
              label={t(`part.${part}`)}
              description={t(`hint.${part}`)}
              rows={2}
              error={fault(errors[part]?.message)}
              {...form.register(part, { setValueAs: orNull })}
            />
          ))}
        <DateField
          legend={labels.offeredOn}
          words={dateWords}
          defaultValue={stated.offeredOn}
          error={fault(errors.offeredOn?.message)}
          {...form.register('offeredOn')}
        />
        <Checkbox label={labels.seenAlone} description={t('hint.seenAlone')} {...form.register('seenAlone')} />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
