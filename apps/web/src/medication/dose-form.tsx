'use client'

import type { DoseEntryView, MedicationView } from '@throughcare/api/medication/medication-view'
import type { CorrectDoseInput } from '@throughcare/domain/medication/correct-dose-input'
import type { DoseKind, DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import type { RecordDoseInput } from '@throughcare/domain/medication/record-dose-input'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTimeZone, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedMoment } from '../words/typed-moment.ts'
import { useFormat } from '../words/use-format.ts'
import { DoseFields } from './dose-fields.tsx'
import { doseResolver, type TypedDose } from './dose-typed.ts'
import { IntoxicatedNow } from './intoxicated-now.tsx'
import { NOT_GIVEN } from './not-given.ts'

type Props = {
  readonly episodeId: string
  readonly treatment: Pick<NonNullable<MedicationView['treatment']>, 'id' | 'version' | 'rhythm'>
  /** What can be given of this medicine. */
  readonly kinds: readonly DoseKind[]
  /** When the entry says it was given, or the present by the server's clock: no browser's clock is asked. */
  readonly given: TypedMoment
  /** The entry in whose place this one comes. */
  readonly corrects?: DoseEntryView
  /** What is done if somebody says "intoxicated now"; without it the question is not asked. */
  readonly ifIntoxicated?: ReactNode
  /** Somebody has said so already, on the way to this form. */
  readonly saidIntoxicated?: boolean
}

/** A dose, given or not; or what stands in the place of an entry. The first time of day is the present one. */
export function DoseForm({ episodeId, treatment, kinds, given, corrects, ifIntoxicated, saidIntoxicated }: Props) {
  const t = useTranslations('medication')
  const words = useTranslations('dose')
  const trpc = useTRPC()
  const format = useFormat()
  const zone = useTimeZone() ?? 'UTC'
  const [told, setTold] = useState('')
  // Said at this press, sent nowhere and kept nowhere (rule ROUTE-11).
  const [isIntoxicated, setIntoxicated] = useState(saidIntoxicated ?? false)
  const after = {
    onDone: ({ lateEntry }: { lateEntry: boolean }) => {
      setTold(corrects ? t('correct.saved') : lateEntry ? t('record.saved-late') : t('record.saved'))
      setIntoxicated(false)
      form.reset(initial)
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
    isSecondMeant: false,
  }
  const of = { episodeId, treatmentId: treatment.id, seenVersion: treatment.version, corrects: corrects ?? null }
  const form = useForm<TypedDose, unknown, RecordDoseInput | CorrectDoseInput>({
    resolver: doseResolver(of, zone),
    shouldFocusError: false,
    defaultValues: isIntoxicated ? { ...initial, outcome: 'withheld' } : initial,
  })
  const [kind, outcome] = form.watch(['kind', 'outcome'])
  const isTakeHome = kind === 'take-home'
  const labels = {
    kind: words('kind.label'),
    outcome: words('outcome.label'),
    forDay: isTakeHome ? words('forDay.first') : words('forDay.label'),
    toDay: words('toDay.label'),
    issuedOn: words('issuedOn.label'),
    givenTime: words(
      NOT_GIVEN.has(outcome) ? 'givenTime.not-given' : isTakeHome ? 'givenTime.issued' : 'givenTime.label',
    ),
    parts: words('parts.label'),
    product: words('product.label'),
    reason: words('reason.label'),
    isSecondMeant: words('isSecondMeant.label'),
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
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          typedIn={{ givenAt: 'givenTime' }}
          yours={{ lastEntry: null, ...form.getValues() }}
          show={(field, value) => (field === 'lastEntry' ? entryWords(value) : shownCode(field, value))}
        />
        {ifIntoxicated && (
          <IntoxicatedNow
            isSaid={isIntoxicated}
            onSay={(says) => {
              setIntoxicated(says)
              form.setValue('outcome', says ? 'withheld' : isTakeHome ? 'issued' : 'given')
            }}
          >
            {ifIntoxicated}
          </IntoxicatedNow>
        )}
        <DoseFields
          form={form}
          of={{ kinds, corrects, initial, isSplit: treatment.rhythm === 'split', isIntoxicated }}
          labels={labels}
        />
        {deed.error?.details.refusal === 'dose.covered-already' && (
          <Checkbox
            id={corrects ? `isSecondMeant-${corrects.id}` : 'isSecondMeant'}
            label={labels.isSecondMeant}
            description={words('isSecondMeant.hint')}
            {...form.register('isSecondMeant')}
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
