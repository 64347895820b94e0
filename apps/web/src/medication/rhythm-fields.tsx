'use client'

import type { Rhythm } from '@throughcare/domain/medication/medication-codes'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import { useFault } from '../form/use-fault.ts'
import type { ReadTreatment, TypedTreatment } from './treatment-typed.ts'

type Props = {
  readonly form: UseFormReturn<TypedTreatment, unknown, ReadTreatment>
  /** Those that the medicine knows. */
  readonly rhythms: readonly Rhythm[]
  readonly labels: { readonly rhythm: string; readonly rhythmWeekdays: string; readonly dosesPerDay: string }
}

/** As ISO 8601 counts them. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** How often it is taken, and what that asks for: the three days of the week, or how many doses make the day. */
export function RhythmFields({ form, rhythms, labels }: Props) {
  const t = useTranslations('medication')
  const fault = useFault()
  const { errors } = form.formState
  const rhythm = form.watch('rhythm')
  return (
    <>
      <RadioGroup
        legend={labels.rhythm}
        choices={rhythms.map((value) => ({ value, text: t(`rhythm.${value}`) }))}
        error={fault(errors.rhythm?.message)}
        {...form.register('rhythm')}
      />
      {rhythm === 'three-a-week' && (
        <CheckboxGroup
          legend={labels.rhythmWeekdays}
          choices={WEEKDAYS.map((day) => ({ value: String(day), text: t(`weekday.${day}`) }))}
          error={fault(errors.rhythmWeekdays?.message)}
          {...form.register('rhythmWeekdays')}
        />
      )}
      {rhythm === 'split' && (
        <TextField
          label={labels.dosesPerDay}
          width="short"
          inputMode="numeric"
          error={fault(errors.dosesPerDay?.message)}
          {...form.register('dosesPerDay')}
        />
      )}
    </>
  )
}
