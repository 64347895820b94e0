'use client'

import { DateField } from '@throughcare/ui/date-field'
import { TimeField } from '@throughcare/ui/time-field'
import type { UseFormReturn } from 'react-hook-form'
import { useDateWords } from '../form/use-date-words.ts'
import { useFault } from '../form/use-fault.ts'
import type { ReadTreatment, TypedTreatment } from './treatment-typed.ts'

type Props = {
  readonly form: UseFormReturn<TypedTreatment, unknown, ReadTreatment>
  readonly initial: TypedTreatment
  readonly labels: Readonly<Record<'startedOn' | 'endedOn' | 'lastDoseOn' | 'lastDoseTime', string>>
  /** The last dose in the place of first and last day, as the four-minute plan asks. */
  readonly withLastDose: boolean
}

/** When the treatment began and ended; or when it was last given. */
export function TreatmentDays({ form, initial, labels, withLastDose }: Props) {
  const fault = useFault()
  const dateWords = useDateWords()
  const { errors } = form.formState
  if (withLastDose)
    return (
      <>
        <DateField
          legend={labels.lastDoseOn}
          words={dateWords}
          error={fault(errors.lastDoseOn?.message)}
          {...form.register('lastDoseOn')}
        />
        <TimeField
          label={labels.lastDoseTime}
          error={fault(errors.lastDoseTime?.message)}
          {...form.register('lastDoseTime')}
        />
      </>
    )
  return (
    <>
      <DateField
        legend={labels.startedOn}
        words={dateWords}
        defaultValue={initial.startedOn}
        error={fault(errors.startedOn?.message)}
        {...form.register('startedOn')}
      />
      <DateField
        legend={labels.endedOn}
        words={dateWords}
        defaultValue={initial.endedOn}
        error={fault(errors.endedOn?.message)}
        {...form.register('endedOn')}
      />
    </>
  )
}
