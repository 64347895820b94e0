import type { Actor } from '@throughcare/db/actor'
import type { CorrectDoseInput } from '@throughcare/domain/medication/correct-dose-input'
import { decideDoseCorrection } from '@throughcare/domain/medication/decide-dose-correction'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { doseEntryOf } from './medication-of-case.ts'
import { decideEntry } from './record-dose.ts'
import { type DoseRecorded, recordDoseEntry } from './record-dose-entry.ts'
import { getMedicationFor, getSeenTreatment } from './treatment-seen.ts'

/**
 * A new entry in the place of another one, which stays readable; by the service that made the first.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with a refusal of decide-dose-correction.ts
 *   or decide-dose-recording.ts
 */
export function correctDose(actor: Actor, input: CorrectDoseInput): Promise<DoseRecorded> {
  return perform(actor, 'medication.correct-dose', input, async (deed) => {
    const { episodeId, doseId, seenVersion, requestId, ...dose } = input
    const found = await getMedicationFor(deed, episodeId, 'medication.correct-dose')
    const corrected = found.doses.find((each) => each.id === doseId)
    if (!corrected) throw new AppError('not-found')
    const treatment = getSeenTreatment(found, corrected.treatmentId, seenVersion)

    const decision = decideDoseCorrection(
      doseEntryOf(corrected),
      { ...dose, from: dose.forDay, to: dose.toDay, serviceId: actor.serviceId },
      found.doses.map(doseEntryOf),
    )
    if (!decision.ok) throw refused(decision.refusal)
    // "Not taken" tells of days that have passed at home, not of a dose that anybody gave.
    const { lateEntry } =
      dose.outcome === 'not-taken' ? { lateEntry: false } : decideEntry(deed, found, treatment.medicine, dose)

    const entry = { ...dose, episodeId, treatmentId: treatment.id, lateEntry, correctsDoseId: doseId }
    return recordDoseEntry(deed, found, { action: 'medication.correct-dose', requestId, treatment }, entry)
  })
}
