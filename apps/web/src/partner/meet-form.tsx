'use client'

import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedMeeting } from './typed-meeting.ts'

type Typed = z.input<typeof TypedMeeting>
type Props = {
  readonly episodeId: string
  readonly seenVersion: number
  readonly places: readonly { readonly id: string; readonly name: string; readonly timeZone: string }[]
}

/** A time for both, in the time of the place. The partner's own appointment comes with the next daily run. */
export function MeetForm({ episodeId, seenVersion, places }: Props) {
  const t = useTranslations('partner')
  const words = useTranslations('form')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.partner.planTogether.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<Typed, unknown, z.output<typeof TypedMeeting>>({
    resolver: lazyResolver(() => import('./typed-meeting.ts').then((loaded) => loaded.TypedMeeting)),
    defaultValues: { serviceId: '', day: '' as never, time: '' as never, place: '' },
  })
  const { errors } = form.formState
  const serviceId = form.watch('serviceId')
  const place = places.find(({ id }) => id === serviceId)
  const labels = {
    serviceId: t('meet.serviceId'),
    day: t('meet.day'),
    time: t('meet.time'),
    place: t('meet.place'),
  }
  const book = form.handleSubmit(async (typed) => {
    const { getZone, instantAt } = await import('@throughcare/domain/calendar/zone')
    const at = instantAt(typed.day, typed.time, getZone(place?.timeZone ?? 'UTC'))
    if (at.kind !== 'instant')
      return form.setError('time', {
        type: 'zone',
        message: at.kind === 'ambiguous' ? 'partner.at.ambiguous' : 'partner.at.impossible',
      })
    const planned = { kind: 'appointment', serviceId: typed.serviceId, at: at.instant } as const
    deed.press({ episodeId, seenVersion, planned: { ...planned, place: typed.place.trim() || null } })
  })
  return (
    <form noValidate onSubmit={book}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} typedIn={{ 'planned.at': 'time' }} />
        <Select
          label={labels.serviceId}
          emptyText={words('choose')}
          options={places.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.serviceId?.message)}
          {...form.register('serviceId')}
        />
        <DateField legend={labels.day} words={dateWords} error={fault(errors.day?.message)} {...form.register('day')} />
        <TimeField
          label={labels.time}
          description={place && t('meet.time-hint', { place: place.name })}
          error={fault(errors.time?.message)}
          {...form.register('time')}
        />
        <TextField label={labels.place} error={fault(errors.place?.message)} {...form.register('place')} />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('meet.saving')}>
          {t('meet.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('meet.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
