'use client'

import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { DateField } from '@throughcare/ui/date-field'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import { useDateWords } from '../form/use-date-words.ts'
import { useFault } from '../form/use-fault.ts'
import type { TypedKit } from './kit-typed.ts'

type Props = {
  readonly form: UseFormReturn<TypedKit, unknown, RecordKitInput>
  readonly labels: Readonly<Record<keyof TypedKit, string>>
  readonly kit: CaseView['kits'][number] | null
}

/** What is printed on a kit, and whether somebody was shown how it is used: never a condition of giving one. */
export function KitPrintFields({ form, labels, kit }: Props) {
  const t = useTranslations('naloxone')
  const fault = useFault()
  const words = useDateWords()
  const { errors } = form.formState
  return (
    <>
      <TextField
        label={labels.product}
        maxLength={120}
        error={fault(errors.product?.message)}
        {...form.register('product')}
      />
      <TextField
        label={labels.lot}
        maxLength={60}
        width="medium"
        error={fault(errors.lot?.message)}
        {...form.register('lot')}
      />
      <DateField
        legend={labels.expiresOn}
        words={words}
        defaultValue={kit?.expiresOn ?? ''}
        error={fault(errors.expiresOn?.message)}
        {...form.register('expiresOn')}
      />
      <RadioGroup
        legend={labels.trained}
        description={t('trained.hint')}
        layout="inline"
        choices={(['yes', 'no', 'not-asked'] as const).map((value) => ({ value, text: t(`trained.${value}`) }))}
        {...form.register('trained')}
      />
      {form.watch('trained') === 'yes' && (
        <DateField
          legend={labels.trainedOn}
          words={words}
          defaultValue={kit?.trainedOn ?? ''}
          error={fault(errors.trainedOn?.message)}
          {...form.register('trainedOn')}
        />
      )}
    </>
  )
}
