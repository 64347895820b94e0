'use client'

import type { WriteMessageInput } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly handoffId: string
  /** The question that is answered; null: a question. */
  readonly answersId: string | null
  readonly label: string
  readonly hint?: string
}

/** One thing to say to the other end. What is typed stays until the server has it. */
export function MessageForm({ handoffId, answersId, label, hint }: Props) {
  const t = useTranslations(answersId === null ? 'handoff-message.ask' : 'handoff-message.reply')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.handoffMessage.write.mutationOptions(), {
    onDone: () => form.reset({ handoffId, answersId, requestId: deed.requestId, text: '' }),
  })
  const form = useForm<WriteMessageInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/handoff-message/handoff-message-inputs').then((file) => file.WriteMessageInput),
    ),
    shouldFocusError: false,
    defaultValues: { handoffId, answersId, requestId: deed.requestId, text: '' },
  })
  const { errors } = form.formState
  const labels = { text: label }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <TextArea
          id={`text-${answersId ?? 'question'}`}
          label={label}
          description={hint}
          rows={3}
          error={fault(errors.text?.message)}
          {...form.register('text')}
        />
        <ButtonRow>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('pending')}>
            {t('submit')}
          </Button>
          <StatusLine tone="good">{deed.done && !form.formState.isDirty ? t('done') : null}</StatusLine>
        </ButtonRow>
      </FormBody>
    </form>
  )
}
