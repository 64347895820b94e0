'use client'

import type { DataRequestAnswer } from '@throughcare/domain/data-request/data-request-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly dataRequestId: string
  readonly version: number
  readonly answers: readonly DataRequestAnswer[]
}

/** The answer to a request, with what the person is told. */
export function AnswerRequestForm({ dataRequestId, version, answers }: Props) {
  const t = useTranslations('data-request.answer')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.dataRequest.answer.mutationOptions())
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' }, shouldFocusError: false })
  const { errors } = form.formState
  const labels = { reason: t('reason') }
  const say = (answer: DataRequestAnswer) =>
    form.handleSubmit(({ reason }) => {
      const told = reason.trim() || null
      if (told === null && (answer === 'refuse' || answer === 'end'))
        return form.setError('reason', { message: 'data-request.reason.missing' })
      return deed.press({ dataRequestId, seenVersion: version, answer, reason: told })
    })()
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextArea
          label={labels.reason}
          description={t('reason-hint')}
          maxLength={2000}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <ButtonRow>
          {answers.map((answer, place) => (
            <Button
              key={answer}
              variant={place === 0 ? 'primary' : 'secondary'}
              pending={deed.pending}
              pendingText={t('saving')}
              onClick={() => void say(answer)}
            >
              {t(answer)}
            </Button>
          ))}
        </ButtonRow>
      </FormBody>
    </form>
  )
}
