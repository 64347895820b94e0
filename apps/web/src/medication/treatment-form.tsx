'use client'

import type { MedicationView } from '@throughcare/api/medication/medication-view'
import type { Medicine, Rhythm } from '@throughcare/domain/medication/medication-codes'
import { TITRATIONS, type Titration } from '@throughcare/domain/medication/medication-history'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { RhythmFields } from './rhythm-fields.tsx'
import { TreatmentDays } from './treatment-days.tsx'
import {
  type ReadTreatment,
  type TreatmentFields,
  type TypedTreatment,
  treatmentResolver,
  typedTreatment,
} from './treatment-typed.ts'

type Props = {
  readonly episodeId: string
  /** Null: a new one. */
  readonly treatment: MedicationView['treatment']
  /** Every medicine with the rhythms that it knows. */
  readonly medicines: readonly { code: Medicine; rhythms: readonly Rhythm[] }[]
  /** Where doses are given. */
  readonly places: readonly { id: string; name: string }[]
  /** Asks for the last dose too, as the four-minute plan does. */
  readonly withLastDose?: boolean
}

/** A medicine as prescribed. The prescriber's words are kept letter for letter; nothing here reads them. */
export function TreatmentForm({ episodeId, treatment, medicines, places, withLastDose = false }: Props) {
  const t = useTranslations('medication')
  const words = useTranslations('treatment')
  const trpc = useTRPC()
  const fault = useFault()
  const zone = useTimeZone() ?? 'UTC'
  const initial = typedTreatment(treatment && { ...treatment, dosingServiceId: treatment.dosing?.id ?? null })
  // The version from which the fields were filled: what a colleague changes meanwhile is never written over unseen.
  const [seenVersion, setSeenVersion] = useState(treatment?.version ?? 0)
  const of = { episodeId, treatmentId: treatment?.id ?? null, seenVersion }
  const form = useForm<TypedTreatment, unknown, ReadTreatment>({
    resolver: treatmentResolver(of, zone),
    shouldFocusError: false,
    defaultValues: initial,
  })
  const lastDose = useDeed(trpc.medication.recordDose.mutationOptions())
  const deed = useDeed(trpc.medication.recordTreatment.mutationOptions(), {
    onDone: ({ treatmentId, version }) => {
      setSeenVersion(version)
      if (withLastDose) recordLast(treatmentId, version)
    },
  })
  const { errors } = form.formState
  const medicine = form.watch('medicine')
  const rhythmsOf = (code: Medicine) => medicines.find((each) => each.code === code)?.rhythms ?? []
  const labels = {
    medicine: words('medicine.label'),
    form: words('form.label'),
    prescribedText: words('prescribedText.label'),
    rhythm: words('rhythm.label'),
    rhythmWeekdays: words('rhythmWeekdays.label'),
    dosesPerDay: words('dosesPerDay.label'),
    titration: words('titration.label'),
    startedOn: words('startedOn.label'),
    endedOn: words('endedOn.label'),
    dosingServiceId: words('dosingServiceId.label'),
    lastDoseOn: words('lastDoseOn.label'),
    lastDoseTime: words('lastDoseTime.label'),
  }

  return (
    <form noValidate onSubmit={form.handleSubmit(({ treatment: said }) => deed.press(said))}>
      <FormBody>
        <FormRefusals
          form={form}
          // The dose is pressed when the treatment is on record.
          deed={deed.error ? deed : lastDose}
          labels={labels}
          typedIn={{ forDay: 'lastDoseOn', toDay: 'lastDoseOn', givenAt: 'lastDoseTime' }}
          yours={form.getValues()}
          show={shown}
          onLoad={load}
        />
        <Select
          label={labels.medicine}
          options={medicines.map(({ code }) => ({ value: code, text: t(`medicine.${code}`) }))}
          {...form.register('medicine', {
            onChange: ({ target }) => {
              const [first] = rhythmsOf(target.value as Medicine)
              if (first) form.setValue('rhythm', first)
            },
          })}
        />
        <TextArea
          label={labels.prescribedText}
          description={words('prescribedText.hint')}
          maxLength={2000}
          error={fault(errors.prescribedText?.message)}
          {...form.register('prescribedText')}
        />
        <TextField label={labels.form} maxLength={120} error={fault(errors.form?.message)} {...form.register('form')} />
        <RhythmFields form={form} rhythms={rhythmsOf(medicine)} labels={labels} />
        <RadioGroup
          legend={labels.titration}
          choices={TITRATIONS.map((value) => ({ value, text: t(`titration.${value}`) }))}
          {...form.register('titration')}
        />
        <Select
          label={labels.dosingServiceId}
          emptyText={words('dosingServiceId.none')}
          options={places.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.dosingServiceId?.message)}
          {...form.register('dosingServiceId')}
        />
        <TreatmentDays form={form} initial={initial} labels={labels} withLastDose={withLastDose} />
        <Button type="submit" pending={deed.pending || lastDose.pending} pendingText={words('saving')}>
          {words('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error && !lastDose.error ? words('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  /** Takes over what stands in the record now. */
  function load() {
    const current = deed.error?.details.current as (TreatmentFields & { version: number }) | undefined
    if (current) {
      form.reset(typedTreatment(current))
      setSeenVersion(current.version)
    }
    lastDose.reload()
    deed.reload()
  }

  /** The last dose goes on record with the treatment that has just been made. */
  async function recordLast(treatmentId: string, version: number): Promise<void> {
    const read = await treatmentResolver(of, zone)(form.getValues(), undefined, {
      fields: {},
      shouldUseNativeValidation: undefined,
    })
    const said = 'lastDose' in read.values ? read.values.lastDose : null
    if (!said) return
    lastDose.press({
      episodeId,
      treatmentId,
      seenVersion: version,
      kind: form.getValues('rhythm') === 'depot' ? 'depot' : 'supervised',
      outcome: 'given',
      forDay: said.forDay,
      toDay: said.forDay,
      givenAt: said.givenAt,
      parts: 1,
      product: null,
      reason: null,
    })
  }

  function shown(field: string, value: unknown): string | undefined {
    if (value === null || value === undefined || value === '') return undefined
    if (field === 'medicine') return t(`medicine.${value as Medicine}`)
    if (field === 'rhythm') return t(`rhythm.${value as Rhythm}`)
    if (field === 'titration') return t(`titration.${value as Titration}`)
    if (field === 'dosingServiceId') return places.find((place) => place.id === value)?.name
    return Array.isArray(value) ? value.join(', ') : String(value)
  }
}
