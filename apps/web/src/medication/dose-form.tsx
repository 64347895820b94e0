'use client'

import type { DoseEntryView, MedicationView } from '@throughcare/api/medication/medication-view'
import type { CorrectDoseInput } from '@throughcare/domain/medication/correct-dose-input'
import { OUTCOMES_OF_KIND } from '@throughcare/domain/medication/dose-outcomes'
import type { DoseKind, DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import type { RecordDoseInput } from '@throughcare/domain/medication/record-dose-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedMoment } from '../words/typed-moment.ts'
import { useFormat } from '../words/use-format.ts'
import { doseResolver, type TypedDose } from './dose-typed.ts'

type Props = {
  readonly episodeId: string
  readonly treatment: Pick<NonNullable<MedicationView['treatment']>, 'id' | 'version' | 'rhythm'>
  /** What can be given of this medicine. */
  readonly kinds: readonly DoseKind[]
  /** When the entry says it was given, or the present by the server's clock: no browser's clock is asked. */
  readonly given: TypedMoment
  /** The entry in whose place this one comes. */
  readonly corrects?: DoseEntryView
}

/** A dose, given or not; or what stands in the place of an entry. The first time of day is the present one. */
export function DoseForm({ episodeId, treatment, kinds, given, corrects }: Props) {
  const t = useTranslations('medication')
  const words = useTranslations('dose')
  const trpc = useTRPC()
  const fault = useFault()
  const format = useFormat()
  const dateWords = useDateWords()
  const zone = useTimeZone() ?? 'UTC'
  const [told, setTold] = useState('')
  const after = {
    onDone: ({ lateEntry }: { lateEntry: boolean }) => {
      setTold(corrects ? t('correct.saved') : lateEntry ? t('record.saved-late') : t('record.saved'))
      form.reset()
    },
  }
  const record = useDeed(trpc.medication.recordDose.mutationOptions(), after)
  const correct = useDeed(trpc.medication.correctDose.mutationOptions(), after)
  const deed = corrects ? correct : record

  const initial: TypedDose = {
    kind: corrects?.kind ?? kinds[0] ?? 'supervised',
    outcome: corrects?.outcome ?? (kinds[0] === 'take-home' ? 'issued' : 'given'),
    forDay: corrects?.forDay ?? given.day,
    toDay: corrects?.toDay ?? given.day,
    issuedOn: given.day,
    givenTime: corrects && corrects.givenAt === null ? '' : given.time,
    parts: String(corrects?.parts ?? 1),
    product: corrects?.product ?? '',
    reason: '',
  }
  const of = { episodeId, treatmentId: treatment.id, seenVersion: treatment.version, corrects: corrects ?? null }
  const form = useForm<TypedDose, unknown, RecordDoseInput | CorrectDoseInput>({
    resolver: doseResolver(of, zone),
    shouldFocusError: false,
    defaultValues: initial,
  })
  const { errors, submitCount } = form.formState
  const [kind, outcome] = form.watch(['kind', 'outcome'])
  const isTakeHome = kind === 'take-home'
  const isNotTaken = outcome === 'not-taken'
  const isGiven = outcome === 'given' || outcome === 'issued'
  const outcomes: DoseOutcome[] = [
    ...OUTCOMES_OF_KIND[kind],
    ...(corrects?.kind === 'take-home' && corrects.outcome === 'issued' && isTakeHome ? (['not-taken'] as const) : []),
  ]
  const id = (field: string) => (corrects ? `${field}-${corrects.id}` : field)
  const labels = {
    kind: words('kind.label'),
    outcome: words('outcome.label'),
    forDay: isTakeHome ? words('forDay.first') : words('forDay.label'),
    toDay: words('toDay.label'),
    issuedOn: words('issuedOn.label'),
    givenTime: isTakeHome ? words('givenTime.issued') : words('givenTime.label'),
    parts: words('parts.label'),
    product: words('product.label'),
    reason: words('reason.label'),
    lastEntry: t('treatment.last'),
  }

  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) =>
        'doseId' in input ? correct.press(input) : record.press(input as RecordDoseInput),
      )}
    >
      <FormBody>
        <FaultSummary errors={errors} attempt={submitCount} labels={labels} />
        <DeedRefusal
          error={deed.error}
          attempt={deed.attempt}
          labels={labels}
          yours={{ lastEntry: null, ...form.getValues() }}
          show={(field, value) => (field === 'lastEntry' ? entryWords(value) : shownCode(field, value))}
          onLoad={deed.reload}
        />
        {kinds.length > 1 && (
          <RadioGroup
            id={id('kind')}
            legend={labels.kind}
            layout="inline"
            choices={kinds.map((value) => ({ value, text: t(`kind.${value}`) }))}
            {...form.register('kind', {
              onChange: ({ target }) => form.setValue('outcome', target.value === 'take-home' ? 'issued' : 'given'),
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
        <DateField
          id={id('forDay')}
          legend={labels.forDay}
          words={dateWords}
          defaultValue={initial.forDay}
          error={fault(errors.forDay?.message)}
          {...form.register('forDay')}
        />
        {isTakeHome && (
          <DateField
            id={id('toDay')}
            legend={labels.toDay}
            words={dateWords}
            defaultValue={initial.toDay}
            error={fault(errors.toDay?.message)}
            {...form.register('toDay')}
          />
        )}
        {isTakeHome && !isNotTaken && (
          <DateField
            id={id('issuedOn')}
            legend={labels.issuedOn}
            words={dateWords}
            defaultValue={initial.issuedOn}
            error={fault(errors.issuedOn?.message)}
            {...form.register('issuedOn')}
          />
        )}
        {!isNotTaken && (
          <TimeField
            id={id('givenTime')}
            label={labels.givenTime}
            description={words('givenTime.hint')}
            error={fault(errors.givenTime?.message)}
            {...form.register('givenTime')}
          />
        )}
        {treatment.rhythm === 'split' && (
          <TextField
            id={id('parts')}
            label={labels.parts}
            width="short"
            inputMode="numeric"
            error={fault(errors.parts?.message)}
            {...form.register('parts')}
          />
        )}
        {kind === 'depot' && (
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
        <Button type="submit" pending={deed.pending} pendingText={t('record.saving')}>
          {corrects ? t('correct.save') : t('record.save')}
        </Button>
        <StatusLine>{deed.error ? '' : told}</StatusLine>
      </FormBody>
    </form>
  )

  function shownCode(field: string, value: unknown): string | undefined {
    if (typeof value !== 'string' || value === '') return undefined
    if (field === 'kind') return t(`kind.${value as DoseKind}`)
    return field === 'outcome' ? t(`outcome.${value as DoseOutcome}`) : value
  }

  /** The entry that somebody else made meanwhile. */
  function entryWords(value: unknown): string | undefined {
    if (typeof value !== 'object' || value === null) return undefined
    const entry = value as { kind: DoseKind; outcome: DoseOutcome; forDay: string; service: string }
    return t('record.last', {
      what: t('entries.title', { kind: t(`kind.${entry.kind}`), outcome: t(`outcome.${entry.outcome}`) }),
      day: format.day(entry.forDay, 'brief'),
      service: entry.service,
    })
  }
}
