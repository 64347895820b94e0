'use client'

import type { DoseEntryView } from '@throughcare/api/medication/medication-view'
import { OUTCOMES_IF_INTOXICATED, OUTCOMES_OF_KIND } from '@throughcare/domain/medication/dose-outcomes'
import type { DoseKind, DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import { DateField } from '@throughcare/ui/date-field'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import { useDateWords } from '../form/use-date-words.ts'
import { useFault } from '../form/use-fault.ts'
import type { TypedDose } from './dose-typed.ts'

type Props<Input> = {
  readonly form: UseFormReturn<TypedDose, unknown, Input>
  readonly of: {
    /** What can be given of this medicine. */
    kinds: readonly DoseKind[]
    /** The entry in whose place this one comes. */
    corrects: DoseEntryView | undefined
    initial: TypedDose
    /** The day has several doses. */
    isSplit: boolean
    /** Somebody said "intoxicated now": no dose is given. */
    isIntoxicated: boolean
  }
  readonly labels: Readonly<Record<keyof TypedDose, string>>
}

/** The fields of a dose: those that its kind and what became of it ask for. */
export function DoseFields<Input>({ form, of, labels }: Props<Input>) {
  const { kinds, corrects, initial, isSplit, isIntoxicated } = of
  const t = useTranslations('medication')
  const words = useTranslations('dose')
  const fault = useFault()
  const dateWords = useDateWords()
  const { errors } = form.formState
  const [kind, outcome] = form.watch(['kind', 'outcome'])
  const isTakeHome = kind === 'take-home'
  const isNotTaken = outcome === 'not-taken'
  // What was entered in error is taken back as it was entered: only why is asked.
  const isTakenBack = outcome === 'entered-in-error'
  const isGiven = outcome === 'given' || outcome === 'issued'
  const outcomes: DoseOutcome[] = [
    ...(isIntoxicated ? OUTCOMES_IF_INTOXICATED : OUTCOMES_OF_KIND[kind]),
    ...(corrects?.kind === 'take-home' && corrects.outcome === 'issued' && isTakeHome ? (['not-taken'] as const) : []),
    ...(corrects && corrects.outcome !== 'entered-in-error' ? (['entered-in-error'] as const) : []),
  ]
  const id = (field: string) => (corrects ? `${field}-${corrects.id}` : field)
  return (
    <>
      {kinds.length > 1 && !isTakenBack && (
        <RadioGroup
          id={id('kind')}
          legend={labels.kind}
          layout="inline"
          choices={kinds.map((value) => ({ value, text: t(`kind.${value}`) }))}
          {...form.register('kind', {
            onChange: ({ target }) =>
              form.setValue('outcome', isIntoxicated ? 'withheld' : target.value === 'take-home' ? 'issued' : 'given'),
          })}
        />
      )}
      <Select
        id={id('outcome')}
        label={labels.outcome}
        width="medium"
        options={outcomes.map((value) => ({ value, text: t(`outcome.${value}`) }))}
        error={fault(errors.outcome?.message)}
        {...form.register('outcome')}
      />
      {!isTakenBack && (
        <DateField
          id={id('forDay')}
          legend={labels.forDay}
          words={dateWords}
          defaultValue={initial.forDay}
          error={fault(errors.forDay?.message)}
          {...form.register('forDay')}
        />
      )}
      {isTakeHome && !isTakenBack && (
        <DateField
          id={id('toDay')}
          legend={labels.toDay}
          words={dateWords}
          defaultValue={initial.toDay}
          error={fault(errors.toDay?.message)}
          {...form.register('toDay')}
        />
      )}
      {isTakeHome && !isNotTaken && !isTakenBack && (
        <DateField
          id={id('issuedOn')}
          legend={labels.issuedOn}
          words={dateWords}
          defaultValue={initial.issuedOn}
          error={fault(errors.issuedOn?.message)}
          {...form.register('issuedOn')}
        />
      )}
      {!isNotTaken && !isTakenBack && (
        <TimeField
          id={id('givenTime')}
          label={labels.givenTime}
          description={words('givenTime.hint')}
          error={fault(errors.givenTime?.message)}
          {...form.register('givenTime')}
        />
      )}
      {isSplit && !isTakenBack && (
        <TextField
          id={id('parts')}
          label={labels.parts}
          width="short"
          inputMode="numeric"
          error={fault(errors.parts?.message)}
          {...form.register('parts')}
        />
      )}
      {kind === 'depot' && !isTakenBack && (
        <TextField
          id={id('product')}
          label={labels.product}
          maxLength={200}
          error={fault(errors.product?.message)}
          {...form.register('product')}
        />
      )}
      {((corrects && !isNotTaken) || !isGiven) && !isNotTaken && (
        <TextField
          id={id('reason')}
          label={labels.reason}
          description={corrects ? undefined : words('reason.hint')}
          maxLength={500}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
      )}
    </>
  )
}
