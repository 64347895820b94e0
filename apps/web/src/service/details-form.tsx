'use client'

import type { Area } from '@throughcare/domain/checklist/areas'
import type { ChangeServiceInput } from '@throughcare/domain/service/change-service-input'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { detailsResolver, type TypedDetails } from './details-typed.ts'

type Props = {
  readonly serviceId: string
  readonly seenVersion: number
  readonly details: TypedDetails
  /** Doses can be given by services of its kind. */
  readonly canEverDose: boolean
  /** The areas that its kind may see, so that it can be handed them. */
  readonly areas: readonly Area[]
}

/** How a service is reached and what it does. Its kind, place and zone are not changed here. */
export function DetailsForm({ serviceId, seenVersion, details, canEverDose, areas }: Props) {
  const t = useTranslations('service')
  const area = useTranslations('area')
  const trpc = useTRPC()
  const router = useRouter()
  const fault = useFault()
  const deed = useDeed(trpc.service.change.mutationOptions(), {
    refresh: false,
    onDone: () => {
      router.push(paths.service(serviceId))
      router.refresh()
    },
  })
  const form = useForm<TypedDetails, unknown, ChangeServiceInput>({
    resolver: detailsResolver({ serviceId, seenVersion }),
    shouldFocusError: false,
    defaultValues: details,
  })
  const { errors, submitCount } = form.formState
  const labels = {
    name: t('list.name'),
    address: t('contact.address'),
    phone: t('contact.phone'),
    dutyContactName: t('field.dutyContactName'),
    dutyContactPhone: t('field.dutyContactPhone'),
    canDose: t('field.canDose'),
    receives: t('contact.receives'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FaultSummary errors={errors} attempt={submitCount} labels={labels} />
        <DeedRefusal
          error={deed.error}
          attempt={deed.attempt}
          labels={labels}
          yours={form.getValues()}
          show={(_field, value) =>
            Array.isArray(value)
              ? value.map((each) => area(`name.${each as Area}`)).join(', ')
              : typeof value === 'boolean'
                ? t(value ? 'contact.doses-here' : 'contact.no-doses-here')
                : String(value ?? '')
          }
          onLoad={deed.reload}
        />
        <TextField label={labels.name} maxLength={120} error={fault(errors.name?.message)} {...form.register('name')} />
        <TextField
          label={labels.address}
          description={t('field.address-hint')}
          maxLength={300}
          error={fault(errors.address?.message)}
          {...form.register('address')}
        />
        <TextField
          label={labels.phone}
          type="tel"
          width="medium"
          maxLength={40}
          error={fault(errors.phone?.message)}
          {...form.register('phone')}
        />
        <TextField
          label={labels.dutyContactName}
          width="medium"
          maxLength={120}
          error={fault(errors.dutyContactName?.message)}
          {...form.register('dutyContactName')}
        />
        <TextField
          label={labels.dutyContactPhone}
          type="tel"
          width="medium"
          maxLength={40}
          error={fault(errors.dutyContactPhone?.message)}
          {...form.register('dutyContactPhone')}
        />
        {canEverDose && (
          <Checkbox
            label={labels.canDose}
            description={t('field.canDose-hint')}
            error={fault(errors.canDose?.message)}
            {...form.register('canDose')}
          />
        )}
        {areas.length > 0 && (
          <CheckboxGroup
            legend={labels.receives}
            defaultValue={details.receives}
            choices={areas.map((value) => ({ value, text: area(`name.${value}`) }))}
            error={fault(errors.receives?.message)}
            {...form.register('receives')}
          />
        )}
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
      </FormBody>
    </form>
  )
}
