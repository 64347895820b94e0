import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import type { StoredDose, StoredMedication, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import type { CorrectDoseInput } from '@throughcare/domain/medication/correct-dose-input'
import { decideDoseCorrection } from '@throughcare/domain/medication/decide-dose-correction'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { doseEntryOf } from './medication-of-case.ts'
import { askAboutSecond, decideEntry } from './record-dose.ts'
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
    const { episodeId, doseId, seenVersion, requestId, isSecondMeant, ...dose } = input
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
    const { lateEntry, ...said } = saidOf(deed, found, treatment, corrected, dose)

    const entry = { ...said, episodeId, treatmentId: treatment.id, lateEntry, correctsDoseId: doseId }
    if (!isSecondMeant) await askAboutSecond(deed, found, entry)
    return recordDoseEntry(deed, found, { action: 'medication.correct-dose', requestId, treatment }, entry)
  })
}

type Said = Omit<CorrectDoseInput, 'episodeId' | 'doseId' | 'seenVersion' | 'requestId' | 'isSecondMeant'>

/** What the new entry says of a dose, and whether it is a late one. Only a dose that anybody gave is asked when and where. */
function saidOf(
  deed: Deed<Actor>,
  found: StoredMedication,
  treatment: StoredTreatment,
  { parts, product, lateEntry }: StoredDose,
  dose: Said,
): Said & { lateEntry: boolean } {
  // "Not taken" tells of days that have passed at home.
  if (dose.outcome === 'not-taken') return { ...dose, lateEntry: false }
  // What never was has no time and was given nowhere.
  if (dose.outcome === 'entered-in-error') return { ...dose, parts, product, givenAt: null, lateEntry }
  return { ...dose, ...decideEntry(deed, found, treatment.medicine, dose) }
}
