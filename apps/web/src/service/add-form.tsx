'use client'

import { areasOfKind } from '@throughcare/domain/access/categories-of-area'
import type { AddServiceInput } from '@throughcare/domain/service/add-service-input'
import { KINDS_THAT_DOSE } from '@throughcare/domain/service/decide-service-change'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type UseFormRegister, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { DetailsFields, useDetailLabels } from './details-fields.tsx'
import { readDetails, type TypedDetails } from './details-typed.ts'

type Typed = TypedDetails & {
  kind: string
  country: string
  areaName: string
  holidayRegion: string
  timeZone: string
}

type Props = {
  readonly kinds: readonly SelectOption[]
  readonly countries: readonly SelectOption[]
  readonly zones: readonly SelectOption[]
  readonly country: string
  readonly timeZone: string
}

/** A service that takes part from now on: what it is, where, how it is reached. Its hours come next, on their own page. */
export function AddServiceForm({ kinds, countries, zones, country, timeZone }: Props) {
  const t = useTranslations('service')
  const fault = useFault()
  const router = useRouter()
  const deed = useDeed(useTRPC().service.add.mutationOptions(), {
    refresh: false,
    onDone: ({ serviceId }) => router.push(paths.serviceHours(serviceId)),
  })
  const form = useForm<Typed, unknown, AddServiceInput>({
    resolver: typedResolver(
      'name',
      () => import('@throughcare/domain/service/add-service-input'),
      ({ kind, areaName, holidayRegion, ...typed }, { AddServiceInput: Input }, note) => {
        const of = { kind, country: typed.country, areaName, holidayRegion, timeZone: typed.timeZone }
        const read = Input.safeParse({ requestId: ANY_REQUEST, ...of, ...readDetails(typed) })
        for (const { path, message } of read.error?.issues ?? []) note((path[0] ?? 'name') as keyof Typed, message)
        return read.data ?? null
      },
    ),
    shouldFocusError: false,
    defaultValues: {
      ...{ kind: '', country, areaName: '', holidayRegion: '', timeZone, name: '', address: '', phone: '' },
      ...{ dutyContactName: '', dutyContactPhone: '', canDose: false, receives: [] },
    },
  })
  const { errors } = form.formState
  const kind = form.watch('kind') as ServiceKind | ''
  const labels = {
    ...useDetailLabels(),
    kind: t('list.kind'),
    country: t('add.country'),
    areaName: t('add.areaName'),
    holidayRegion: t('add.holidayRegion'),
    timeZone: t('contact.zone'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={{}} />
        <Select
          label={labels.kind}
          description={t('add.kind-hint')}
          options={kinds}
          emptyText={t('add.kind-empty')}
          error={fault(errors.kind?.message)}
          {...form.register('kind')}
        />
        <Select
          label={labels.country}
          options={countries}
          error={fault(errors.country?.message)}
          {...form.register('country')}
        />
        <TextField
          label={labels.areaName}
          description={t('add.areaName-hint')}
          maxLength={120}
          error={fault(errors.areaName?.message)}
          {...form.register('areaName')}
        />
        <TextField
          label={labels.holidayRegion}
          description={t('add.holidayRegion-hint')}
          width="short"
          maxLength={3}
          error={fault(errors.holidayRegion?.message)}
          {...form.register('holidayRegion')}
        />
        <Select
          label={labels.timeZone}
          options={zones}
          error={fault(errors.timeZone?.message)}
          {...form.register('timeZone')}
        />
        <DetailsFields
          // What another kind may see is asked anew: nothing that was ticked for it goes along.
          key={kind}
          register={form.register as unknown as UseFormRegister<TypedDetails>}
          errors={errors}
          canEverDose={(KINDS_THAT_DOSE as readonly string[]).includes(kind)}
          areas={kind === '' || kind === 'prison-health' ? [] : areasOfKind(kind)}
          receives={[]}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('add.save')}
        </Button>
      </FormBody>
    </form>
  )
}
