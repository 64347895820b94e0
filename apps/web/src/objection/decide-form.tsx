'use client'

import type { DecideObjectionInput, ObjectionDecision } from '@throughcare/domain/objection/objection-inputs'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = { decision: '' | ObjectionDecision; reason: string; toldWhatIsLost: boolean }

/** A clinician decides, once the person was told what would be lost. */
export function DecideForm({
  objectionId,
  seenVersion,
}: {
  readonly objectionId: string
  readonly seenVersion: number
}) {
  const t = useTranslations('objection')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.objection.decide.mutationOptions())
  const form = useForm<Typed, unknown, DecideObjectionInput>({
    resolver: typedResolver(
      'decision',
      () => import('@throughcare/domain/objection/objection-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.DecideObjectionInput.safeParse({
            ...now,
            objectionId,
            seenVersion,
            requestId: ANY_REQUEST,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { decision: '', reason: '', toldWhatIsLost: false },
  })
  const { errors } = form.formState
  const labels = {
    decision: t('field.decision'),
    reason: t('field.reason'),
    toldWhatIsLost: t('field.toldWhatIsLost'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <Checkbox
          label={labels.toldWhatIsLost}
          error={fault(errors.toldWhatIsLost?.message)}
          {...form.register('toldWhatIsLost')}
        />
        <RadioGroup
          legend={labels.decision}
          choices={(['upheld', 'not-upheld'] as const).map((value) => ({ value, text: t(`decide.${value}`) }))}
          error={fault(errors.decision?.message)}
          {...form.register('decision')}
        />
        <TextArea label={labels.reason} rows={3} error={fault(errors.reason?.message)} {...form.register('reason')} />
        <Button type="submit" pending={deed.pending} pendingText={t('decide.saving')}>
          {t('decide.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('decide.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
