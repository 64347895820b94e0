'use client'

import type { ReviewOutcome } from '@throughcare/domain/break-glass/break-glass-codes'
import type { ReviewBreakGlassInput } from '@throughcare/domain/break-glass/break-glass-inputs'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

const OUTCOMES = ['justified', 'not-justified', 'needs-follow-up'] as const satisfies readonly ReviewOutcome[]

type Typed = { outcome: '' | ReviewOutcome; note: string }

/** What somebody who did not look found about a look. */
export function ReviewForm({ breakGlassId }: { readonly breakGlassId: string }) {
  const t = useTranslations('break-glass')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.breakGlass.review.mutationOptions())
  const form = useForm<Typed, unknown, ReviewBreakGlassInput>({
    resolver: typedResolver(
      'outcome',
      () => import('@throughcare/domain/break-glass/break-glass-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.ReviewBreakGlassInput.safeParse({ ...now, breakGlassId, requestId: ANY_REQUEST }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { outcome: '', note: '' },
  })
  const { errors } = form.formState
  const labels = { outcome: t('review.outcome'), note: t('review.note') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <RadioGroup
          id={`outcome-${breakGlassId}`}
          legend={labels.outcome}
          choices={OUTCOMES.map((value) => ({ value, text: t(`outcome.${value}`) }))}
          error={fault(errors.outcome?.message)}
          {...form.register('outcome')}
        />
        <TextArea
          id={`note-${breakGlassId}`}
          label={labels.note}
          rows={2}
          error={fault(errors.note?.message)}
          {...form.register('note')}
        />
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('review.pending')}>
            {t('review.submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
