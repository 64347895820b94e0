'use client'

import type { EventKind } from '@throughcare/domain/custody-episode/custody-event-codes'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TimeField } from '@throughcare/ui/time-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'

type Values = { kind: EventKind | null; day: string | null; time: string }

type Props = {
  readonly episodeId: string
  /** What the reader may record. */
  readonly kinds: readonly EventKind[]
  /** On the wall of the prison: `2026-03-26`. */
  readonly today: string
  readonly zone: string
}

/** What happened, and when as far as is known; under each choice stands what it does. */
export function RecordEventForm({ episodeId, kinds, today, zone }: Props) {
  const t = useTranslations('custody-episode.event')
  const words = useDateWords()
  const fault = useFault()
  const trpc = useTRPC()
  const form = useForm<Values>({
    defaultValues: { kind: null, day: today, time: '' },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const deed = useDeed(trpc.custodyEpisode.recordEvent.mutationOptions(), { onDone: () => form.reset() })
  const { errors } = form.formState
  const labels = { kind: t('record'), day: t('at-day'), time: t('at-time') }

  async function record({ kind, day, time }: Values) {
    // Days, zones and clock changes travel when they are needed.
    const { readStatedRelease } = await import('../release/stated-release.ts')
    const stated = readStatedRelease({ releasedOn: day, time, which: null }, zone)
    if (!stated.ok) form.setError('time', { message: `custody-episode.at.${stated.fault}` })
    else if (kind !== null) deed.press({ episodeId, kind, at: stated.releasedAt })
  }

  return (
    <form noValidate onSubmit={form.handleSubmit(record)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} typedIn={{ at: 'time' }} yours={{}} />
        <RadioGroup
          legend={labels.kind}
          choices={kinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`), description: t(`does.${kind}`) }))}
          error={fault(errors.kind?.message)}
          {...form.register('kind', { required: 'custody-episode.kind.missing' })}
        />
        <DateField
          legend={labels.day}
          words={words}
          error={fault(errors.day?.message)}
          defaultValue={today}
          {...form.register('day', { setValueAs: orNull })}
        />
        <TimeField label={labels.time} error={fault(errors.time?.message)} {...form.register('time')} />
        <Button type="submit" pending={deed.pending} pendingText={t('pending')}>
          {t('confirm')}
        </Button>
      </FormBody>
    </form>
  )
}
