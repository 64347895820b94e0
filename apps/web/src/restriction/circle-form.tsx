'use client'

import type { ChangeCircleInput } from '@throughcare/domain/restriction/restriction-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'
import { type AdmitChoice, admittedFrom } from './admitted-from.ts'

type Typed = { seenVersion: number; reviewOn: string; admitted: string[]; removedIds: string[] }
type Props = {
  readonly episodeId: string
  readonly seenVersion: number
  readonly reviewOn: string
  readonly people: readonly AdmitChoice[]
  readonly members: readonly AdmitChoice[]
}

/** Who comes into the circle and who leaves it. */
export function CircleForm({ episodeId, seenVersion, reviewOn, people, members }: Props) {
  const t = useTranslations('restriction')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const stored: Typed = { seenVersion, reviewOn, admitted: [], removedIds: [] }
  const deed = useDeed(trpc.restriction.changeCircle.mutationOptions(), { onDone: () => beginAnew(form, stored) })
  const form = useForm<Typed, unknown, ChangeCircleInput>({
    resolver: typedResolver(
      'admitted',
      () => import('@throughcare/domain/restriction/restriction-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.ChangeCircleInput.safeParse({
            episodeId,
            seenVersion: now.seenVersion,
            reviewOn: now.reviewOn,
            admitted: admittedFrom(now.admitted),
            removedIds: typeof now.removedIds === 'string' ? [now.removedIds] : now.removedIds || [],
            requestId: ANY_REQUEST,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const { errors } = form.formState
  const labels = {
    admitted: t('field.admitted'),
    removedIds: t('field.removedIds'),
    reviewOn: t('field.reviewOn'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        {people.length > 0 && (
          <CheckboxGroup
            legend={labels.admitted}
            choices={people}
            error={fault(errors.admitted?.message)}
            {...form.register('admitted')}
          />
        )}
        <CheckboxGroup
          legend={labels.removedIds}
          description={t('hint.removedIds')}
          choices={members}
          error={fault(errors.removedIds?.message)}
          {...form.register('removedIds')}
        />
        <DateField
          legend={labels.reviewOn}
          description={t('hint.reviewOn')}
          words={dateWords}
          defaultValue={reviewOn}
          error={fault(errors.reviewOn?.message)}
          {...form.register('reviewOn')}
        />
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('change.pending')}>
            {t('change.submit')}
          </Button>
        </div>
        <StatusLine tone="good">{deed.done ? t('change.done') : null}</StatusLine>
      </FormBody>
    </form>
  )
}
