import type { MedicationView } from '@throughcare/api/medication/medication-view'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Medicine, Rhythm } from '@throughcare/domain/medication/medication-codes'
import type { Titration } from '@throughcare/domain/medication/medication-history'
import type { RecordTreatmentInput } from '@throughcare/domain/medication/record-treatment-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields of a treatment. */
export type TypedTreatment = {
  medicine: Medicine
  form: string
  prescribedText: string
  rhythm: Rhythm
  rhythmWeekdays: string[]
  dosesPerDay: string
  titration: Titration
  startedOn: string
  endedOn: string
  dosingServiceId: string
  lastDoseOn: string
  lastDoseTime: string
}

/** The treatment, and the last dose that was known when it was typed. */
export type ReadTreatment = {
  treatment: RecordTreatmentInput
  lastDose: { forDay: PlainDate; givenAt: Date | null } | null
}

/** What of a treatment stands in the fields. */
export type TreatmentFields = Omit<
  NonNullable<MedicationView['treatment']>,
  'id' | 'version' | 'dosing' | 'regimeConfirmedOn' | 'regimeConfirmedBy'
> & { dosingServiceId: string | null }

/** The fields of a treatment as it stands, or of a new one. */
export function typedTreatment(treatment: TreatmentFields | null): TypedTreatment {
  return {
    medicine: treatment?.medicine ?? 'methadone',
    form: treatment?.form ?? '',
    prescribedText: treatment?.prescribedText ?? '',
    rhythm: treatment?.rhythm ?? 'daily',
    rhythmWeekdays: treatment?.rhythmWeekdays.map(String) ?? [],
    dosesPerDay: String(treatment?.dosesPerDay ?? 1),
    titration: treatment?.titration ?? 'unknown',
    startedOn: treatment?.startedOn ?? '',
    endedOn: treatment?.endedOn ?? '',
    dosingServiceId: treatment?.dosingServiceId ?? '',
    lastDoseOn: '',
    lastDoseTime: '',
  }
}

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function treatmentResolver(
  of: { episodeId: string; treatmentId: string | null; seenVersion: number },
  timeZone: string,
): Resolver<TypedTreatment, unknown, ReadTreatment> {
  return typedResolver('medicine', loadSchemas, (typed, { Day, Input, readMoment }, note) => {
    const day = (field: 'startedOn' | 'endedOn' | 'lastDoseOn'): PlainDate | null => {
      if (typed[field] === '') return null
      const read = Day.safeParse(typed[field])
      if (!read.success) note(field, read.error.issues[0]?.message ?? 'calendar.day.impossible')
      return read.success ? read.data : null
    }
    const lastDoseOn = day('lastDoseOn')
    const given = lastDoseOn && readMoment({ day: lastDoseOn, time: typed.lastDoseTime }, timeZone)
    if (given?.kind === 'fault') note('lastDoseTime', given.fault)
    const read = Input.safeParse({
      ...of,
      requestId: ANY_REQUEST,
      medicine: typed.medicine,
      form: typed.form.trim() || null,
      prescribedText: typed.prescribedText.trim() || null,
      rhythm: typed.rhythm,
      rhythmWeekdays: typed.rhythm === 'three-a-week' ? typed.rhythmWeekdays.map(Number).toSorted() : [],
      dosesPerDay: typed.rhythm === 'split' ? Number(typed.dosesPerDay) : 1,
      titration: typed.titration,
      startedOn: day('startedOn'),
      endedOn: day('endedOn'),
      dosingServiceId: typed.dosingServiceId || null,
    })
    if (!read.success) {
      for (const { path, message } of read.error.issues) note(path[0] as keyof TypedTreatment, message)
      return null
    }
    const lastDose = lastDoseOn && { forDay: lastDoseOn, givenAt: given?.kind === 'moment' ? given.at : null }
    return { treatment: read.data, lastDose }
  })
}

async function loadSchemas() {
  const [{ PlainDate: Day }, { RecordTreatmentInput: Input }, { readMoment }] = await Promise.all([
    import('@throughcare/domain/calendar/plain-date'),
    import('@throughcare/domain/medication/record-treatment-input'),
    import('../words/local-moment.ts'),
  ])
  return { Day, Input, readMoment }
}
