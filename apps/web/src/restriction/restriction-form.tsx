'use client'

import type { RestrictionReason } from '@throughcare/domain/restriction/restriction-codes'
import type { SetRestrictionInput } from '@throughcare/domain/restriction/restriction-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { type AdmitChoice, admittedFrom } from './admitted-from.ts'

const REASONS = [
  'works-here',
  'close-to-colleague',
  'public-figure',
  'threatened',
] as const satisfies readonly RestrictionReason[]

type Typed = { reason: '' | RestrictionReason; reviewOn: string; circle: string[] }
type Props = { readonly episodeId: string; readonly people: readonly AdmitChoice[] }

/** Why the record is restricted, until when somebody looks again, and who else has to work on the case. */
export function RestrictionForm({ episodeId, people }: Props) {
  const t = useTranslations('restriction')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.restriction.set.mutationOptions())
  const form = useForm<Typed, unknown, SetRestrictionInput>({
    resolver: typedResolver(
      'reason',
      () => import('@throughcare/domain/restriction/restriction-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.SetRestrictionInput.safeParse({
            ...now,
            episodeId,
            circle: admittedFrom(now.circle),
            requestId: ANY_REQUEST,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { reason: '', reviewOn: '', circle: [] },
  })
  const { errors } = form.formState
  const labels = { reason: t('field.reason'), reviewOn: t('field.reviewOn'), circle: t('field.circle') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <RadioGroup
          legend={labels.reason}
          choices={REASONS.map((value) => ({ value, text: t(`reason.${value}`) }))}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <DateField
          legend={labels.reviewOn}
          description={t('hint.reviewOn')}
          words={dateWords}
          error={fault(errors.reviewOn?.message)}
          {...form.register('reviewOn')}
        />
        <CheckboxGroup
          legend={labels.circle}
          description={t('hint.circle')}
          choices={people}
          error={fault(errors.circle?.message)}
          {...form.register('circle')}
        />
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('set.pending')}>
            {t('set.submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
