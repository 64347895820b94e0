'use client'

import type { Area } from '@throughcare/domain/checklist/areas'
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
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedAppointment } from './typed-appointment.ts'

type Service = { readonly id: string; readonly name: string; readonly timeZone: string }
type Props = {
  readonly episodeId: string
  readonly areas: readonly Area[]
  readonly services: readonly Service[]
  /** The reader's own service, chosen from the start where it is among them. */
  readonly ownServiceId: string
}

type Typed = z.input<typeof TypedAppointment>

/** Books a time at which a service expects the person, in that service's own time. */
export function AppointmentForm({ episodeId, areas, services, ownServiceId }: Props) {
  const t = useTranslations('appointment')
  const areaName = useTranslations('area.name')
  const words = useTranslations('form')
  const fault = useFault()
  const trpc = useTRPC()
  const deed = useDeed(trpc.appointment.book.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<Typed, unknown, z.output<typeof TypedAppointment>>({
    resolver: lazyResolver(() => import('./typed-appointment.ts').then((loaded) => loaded.TypedAppointment)),
    defaultValues: {
      area: areas[0] ?? '',
      serviceId: services.some(({ id }) => id === ownServiceId) ? ownServiceId : '',
      day: '' as never,
      time: '' as never,
      place: '',
    },
  })
  const { errors } = form.formState
  const serviceId = form.watch('serviceId')
  const service = services.find(({ id }) => id === serviceId)
  const labels = {
    area: t('form.area'),
    serviceId: t('form.service'),
    day: t('form.day'),
    time: t('form.time'),
    place: t('form.place'),
  }

  const book = form.handleSubmit(async (typed) => {
    const { getZone, instantAt } = await import('@throughcare/domain/calendar/zone')
    const at = instantAt(typed.day, typed.time, getZone(service?.timeZone ?? 'UTC'))
    if (at.kind !== 'instant')
      return form.setError('time', {
        type: 'zone',
        message: at.kind === 'ambiguous' ? 'appointment.at.ambiguous' : 'appointment.at.impossible',
      })
    deed.press({
      episodeId,
      area: typed.area as Area,
      serviceId: typed.serviceId,
      at: at.instant,
      place: typed.place.trim() || null,
    })
  })

  return (
    <form noValidate onSubmit={book}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} typedIn={{ at: 'time' }} />
        {areas.length > 1 && (
          <Select
            label={labels.area}
            options={areas.map((area) => ({ value: area, text: areaName(area) }))}
            error={fault(errors.area?.message)}
            {...form.register('area')}
          />
        )}
        <Select
          label={labels.serviceId}
          emptyText={words('choose')}
          options={services.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.serviceId?.message)}
          {...form.register('serviceId')}
        />
        <DateField
          legend={labels.day}
          words={{ day: words('date.day'), month: words('date.month'), year: words('date.year') }}
          error={fault(errors.day?.message)}
          {...form.register('day')}
        />
        <TimeField
          label={labels.time}
          description={service && t('form.time-hint', { place: service.name })}
          error={fault(errors.time?.message)}
          {...form.register('time')}
        />
        <TextField label={labels.place} error={fault(errors.place?.message)} {...form.register('place')} />
        <Button type="submit" pending={deed.pending}>
          {t('form.press')}
        </Button>
        <StatusLine>{deed.done ? t('form.done') : undefined}</StatusLine>
      </FormBody>
    </form>
  )
}
