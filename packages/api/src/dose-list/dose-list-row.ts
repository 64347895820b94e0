import type { StoredDoseCase } from '@throughcare/db/dose-list/dose-list-repository'
import type { StoredDose, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ListedDose } from '@throughcare/domain/dose-list/listed-dose'
import type { DoseKind } from '@throughcare/domain/medication/medication-codes'
import { MEDICINE_TABLE } from '@throughcare/domain/medication/medicine-table'

/** An entry about today, as the list tells it. */
export type ListedEntry = Pick<
  StoredDose,
  'id' | 'kind' | 'outcome' | 'givenAt' | 'recordedAt' | 'recordedBy' | 'serviceName' | 'reason'
> & {
  /** How to ring the service that recorded it. */
  servicePhone: string | null
  /** Recorded by the service whose list it is. */
  isOurs: boolean
  isCorrection: boolean
}

/** One person on the dose list, in plain JSON. */
export type DoseListRow = Omit<ListedDose, 'today' | 'treatment' | 'entries'> & {
  episodeId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
  /** What is prescribed today; else what was last. */
  treatment: Pick<
    StoredTreatment,
    'id' | 'version' | 'medicine' | 'form' | 'rhythm' | 'rhythmWeekdays' | 'dosesPerDay' | 'prescribedText'
  >
  /** What can be given of the medicine. */
  kinds: DoseKind[]
  entries: ListedEntry[]
}

/** A stored case and how it stands, as a row; null for a case without a treatment, which no list holds. */
export function rowOf(found: StoredDoseCase, stands: ListedDose, serviceId: string): DoseListRow | null {
  const treatment = found.treatments.find((each) => each.id === stands.treatment?.id) ?? found.treatments.at(-1)
  if (!treatment) return null
  const { id, version, medicine, form, rhythm, rhythmWeekdays, dosesPerDay, prescribedText } = treatment
  const { today: _today, treatment: _treatment, entries, ...standing } = stands
  return {
    episodeId: found.episodeId,
    familyName: found.familyName,
    givenNames: found.givenNames,
    dateOfBirth: found.dateOfBirth,
    number: found.number,
    demo: found.demo,
    ...standing,
    treatment: { id, version, medicine, form, rhythm, rhythmWeekdays, dosesPerDay, prescribedText },
    kinds: [...MEDICINE_TABLE[medicine].doseKinds],
    entries: entries.flatMap((entry) => {
      const told = found.doses.find((each) => each.id === entry.id)
      if (told) return [entryOf(told, found.phones[told.serviceId] ?? null, serviceId)]
      const there = found.joined.flatMap(({ doses }) => doses).find((each) => each.id === entry.id)
      return there ? [{ ...entryOf(there, there.servicePhone, serviceId), isOurs: false }] : []
    }),
  }
}

function entryOf(told: StoredDose, servicePhone: string | null, serviceId: string): ListedEntry {
  const { id, kind, outcome, givenAt, recordedAt, recordedBy, serviceName, reason } = told
  return {
    id,
    kind,
    outcome,
    givenAt,
    recordedAt,
    recordedBy,
    serviceName,
    reason,
    servicePhone,
    isOurs: told.serviceId === serviceId,
    isCorrection: told.correctsDoseId !== null,
  }
}
