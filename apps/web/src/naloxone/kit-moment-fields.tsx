'use client'

import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { DateField } from '@throughcare/ui/date-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import { useDateWords } from '../form/use-date-words.ts'
import { useFault } from '../form/use-fault.ts'
import type { TypedKit } from './kit-typed.ts'

type Props = {
  readonly what: 'handed' | 'gone'
  readonly form: UseFormReturn<TypedKit, unknown, RecordKitInput>
  readonly labels: Readonly<Record<keyof TypedKit, string>>
  /** Otherwise both may stay empty: nobody knows. */
  readonly isNeeded: boolean
}

/** A day and a time at which something happened to a kit. */
export function KitMomentFields({ what, form, labels, isNeeded }: Props) {
  const t = useTranslations('naloxone')
  const fault = useFault()
  const words = useDateWords()
  const { errors } = form.formState
  return (
    <>
      <DateField
        legend={labels[`${what}On`]}
        words={words}
        {...(isNeeded ? {} : { description: t('moment-hint') })}
        defaultValue={form.getValues(`${what}On`)}
        error={fault(errors[`${what}On`]?.message)}
        {...form.register(`${what}On`)}
      />
      <TimeField
        label={labels[`${what}Time`]}
        error={fault(errors[`${what}Time`]?.message)}
        {...form.register(`${what}Time`)}
      />
    </>
  )
}
