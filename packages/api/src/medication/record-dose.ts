import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import type { StoredMedication } from '@throughcare/db/medication/stored-medication'
import { getZone } from '@throughcare/domain/calendar/zone'
import { decideDoseRecording } from '@throughcare/domain/medication/decide-dose-recording'
import type { DoseKind, Medicine } from '@throughcare/domain/medication/medication-codes'
import { MEDICINE_TABLE } from '@throughcare/domain/medication/medicine-table'
import { type EntryToMake, findOwnCover } from '@throughcare/domain/medication/own-cover'
import type { RecordDoseInput } from '@throughcare/domain/medication/record-dose-input'
import { refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { sideOf } from './get-medication.ts'
import { countingBoth, type DosingPlaces, findDosingPlaces, medicationOfCase } from './medication-of-case.ts'
import { type DoseRecorded, recordDoseEntry } from './record-dose-entry.ts'
import { getMedicationFor, getSeenTreatment } from './treatment-seen.ts'

/**
 * One dose, given or not, by the service that gave it: the prison what was given before the release, late if need be; the
 * community what was given after it. The first dose outside finishes its item; a second one by another service for
 * the same day is an emergency, which the answer tells.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `dose.not-of-medicine`, a refusal of
 *   decide-dose-recording.ts, or `dose.covered-already` until the press says that a second dose is meant
 */
export function recordDose(actor: Actor, input: RecordDoseInput): Promise<DoseRecorded> {
  return perform(actor, 'medication.record-dose', input, async (deed) => {
    const { episodeId, treatmentId, seenVersion, requestId, isSecondMeant, ...dose } = input
    const [found, places] = await Promise.all([
      getMedicationFor(deed, episodeId, 'medication.record-dose'),
      findDosingPlaces(deed, episodeId),
    ])
    const treatment = getSeenTreatment(found, treatmentId, seenVersion)
    const { lateEntry } = decideEntry(deed, found, treatment.medicine, dose)

    const entry = { ...dose, episodeId, treatmentId, lateEntry, correctsDoseId: null }
    if (!isSecondMeant) await askAboutSecond(deed, found, entry, places)
    return recordDoseEntry(deed, found, { action: 'medication.record-dose', requestId, treatment, places }, entry)
  })
}

/**
 * Asks before a service records a second dose for a day that its own entries cover already (rule DOSE-32).
 *
 * @throws AppError `refused` with `dose.covered-already`, the first such day and by what it is covered
 */
export async function askAboutSecond(
  deed: Deed<Actor>,
  found: StoredMedication,
  entry: Omit<EntryToMake, 'serviceId'>,
  places?: DosingPlaces,
): Promise<void> {
  const serviceId = deed.actor.serviceId
  if (![found, ...found.joined].some(({ doses }) => doses.some((dose) => dose.serviceId === serviceId))) return
  const { history, rules } = countingBoth(await medicationOfCase(deed, found, places), found)
  const cover = findOwnCover(history, { ...entry, serviceId }, rules.depot)
  if (cover) throw refused('dose.covered-already', cover)
}

/**
 * May this service make this entry, and is it a late one?
 *
 * @throws AppError `refused`
 */
export function decideEntry(
  { actor, now }: Deed<Actor>,
  found: StoredMedication,
  medicine: Medicine,
  dose: Pick<RecordDoseInput, 'kind' | 'outcome' | 'forDay' | 'givenAt'>,
): { lateEntry: boolean } {
  const kinds: readonly DoseKind[] = MEDICINE_TABLE[medicine].doseKinds
  if (!kinds.includes(dose.kind)) throw refused('dose.not-of-medicine')
  const { releasedAt, seenOutsideAt } = found.custody
  const decision = decideDoseRecording(
    {
      side: sideOf(actor),
      kind: dose.kind,
      outcome: dose.outcome,
      forDay: dose.forDay,
      givenAt: dose.givenAt,
      releasedAt: releasedAt === null ? null : new Date(releasedAt),
      seenOutsideAt: seenOutsideAt === null ? null : new Date(seenOutsideAt),
      zone: getZone(actor.serviceTimeZone),
    },
    now,
  )
  if (!decision.ok) throw refused(decision.refusal)
  return { lateEntry: decision.lateEntry }
}
