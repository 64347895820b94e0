'use client'

import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = { seenVersion: number; startsOn: string }
type Started = { seenVersion: number; startsOn: PlainDate | null }
type Props = { readonly episodeId: string; readonly seenVersion: number; readonly startsOn: string | null }

/** This person's first day of treatment, which the partner may see; empty when it is not known any more. */
export function StartForm({ episodeId, seenVersion, startsOn }: Props) {
  const t = useTranslations('partner')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const stored: Typed = { seenVersion, startsOn: startsOn ?? '' }
  const deed = useDeed(trpc.partner.planTogether.mutationOptions(), { onDone: () => beginAnew(form, form.getValues()) })
  const form = useForm<Typed, unknown, Started>({
    resolver: typedResolver(
      'startsOn',
      () => import('@throughcare/domain/calendar/plain-date'),
      ({ seenVersion: seen, startsOn: typed }, schemas, note) => {
        if (typed === '') return { seenVersion: seen, startsOn: null }
        const parsed = schemas.PlainDate.safeParse(typed)
        if (parsed.success) return { seenVersion: seen, startsOn: parsed.data }
        for (const { message } of parsed.error.issues) note('startsOn', message)
        return null
      },
    ),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const { errors } = form.formState
  const labels = { startsOn: t('start.startsOn') }
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ seenVersion: seen, startsOn: day }) =>
        deed.press({ episodeId, seenVersion: seen, planned: { kind: 'start', startsOn: day } }),
      )}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <DateField
          legend={labels.startsOn}
          words={dateWords}
          defaultValue={startsOn ?? undefined}
          error={fault(errors.startsOn?.message)}
          {...form.register('startsOn')}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('start.saving')}>
          {t('start.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('start.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
