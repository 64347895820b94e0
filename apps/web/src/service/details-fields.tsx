'use client'

import type { Area } from '@throughcare/domain/checklist/areas'
import { Checkbox } from '@throughcare/ui/checkbox'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { useFault } from '../form/use-fault.ts'
import type { TypedDetails } from './details-typed.ts'

/** What the fields of a service are called. */
export function useDetailLabels(): Record<keyof TypedDetails, string> {
  const t = useTranslations('service')
  return {
    name: t('list.name'),
    address: t('contact.address'),
    phone: t('contact.phone'),
    dutyContactName: t('field.dutyContactName'),
    dutyContactPhone: t('field.dutyContactPhone'),
    canDose: t('field.canDose'),
    receives: t('contact.receives'),
  }
}

type Props = {
  readonly register: UseFormRegister<TypedDetails>
  readonly errors: FieldErrors<TypedDetails>
  /** Doses can be given by services of its kind. */
  readonly canEverDose: boolean
  /** The areas that its kind may see, so that it can be handed them. */
  readonly areas: readonly Area[]
  readonly receives: readonly Area[]
}

/** How a service is reached and what it does. */
export function DetailsFields({ register, errors, canEverDose, areas, receives }: Props) {
  const t = useTranslations('service')
  const area = useTranslations('area')
  const fault = useFault()
  const labels = useDetailLabels()
  return (
    <>
      <TextField label={labels.name} maxLength={120} error={fault(errors.name?.message)} {...register('name')} />
      <TextField
        label={labels.address}
        description={t('field.address-hint')}
        maxLength={300}
        error={fault(errors.address?.message)}
        {...register('address')}
      />
      <TextField
        label={labels.phone}
        type="tel"
        width="medium"
        maxLength={40}
        error={fault(errors.phone?.message)}
        {...register('phone')}
      />
      <TextField
        label={labels.dutyContactName}
        width="medium"
        maxLength={120}
        error={fault(errors.dutyContactName?.message)}
        {...register('dutyContactName')}
      />
      <TextField
        label={labels.dutyContactPhone}
        type="tel"
        width="medium"
        maxLength={40}
        error={fault(errors.dutyContactPhone?.message)}
        {...register('dutyContactPhone')}
      />
      {canEverDose && (
        <Checkbox
          label={labels.canDose}
          description={t('field.canDose-hint')}
          error={fault(errors.canDose?.message)}
          {...register('canDose')}
        />
      )}
      {areas.length > 0 && (
        <CheckboxGroup
          legend={labels.receives}
          defaultValue={receives}
          choices={areas.map((value) => ({ value, text: area(`name.${value}`) }))}
          error={fault(errors.receives?.message)}
          {...register('receives')}
        />
      )}
    </>
  )
}
