'use client'

import type { LiftRestrictionInput } from '@throughcare/domain/restriction/restriction-inputs'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = { because: string }
type Props = { readonly episodeId: string; readonly seenVersion: number }

/** Why everybody with a part may open the record again. */
export function LiftForm({ episodeId, seenVersion }: Props) {
  const t = useTranslations('restriction')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.restriction.lift.mutationOptions())
  const form = useForm<Typed, unknown, LiftRestrictionInput>({
    resolver: typedResolver(
      'because',
      () => import('@throughcare/domain/restriction/restriction-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.LiftRestrictionInput.safeParse({
            ...now,
            episodeId,
            seenVersion,
            requestId: ANY_REQUEST,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { because: '' },
  })
  const { errors } = form.formState
  const labels = { because: t('field.because') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextArea
          label={labels.because}
          description={t('hint.because')}
          rows={2}
          error={fault(errors.because?.message)}
          {...form.register('because')}
        />
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('lift.pending')}>
            {t('lift.submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
