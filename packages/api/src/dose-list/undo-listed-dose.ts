import type { Actor } from '@throughcare/db/actor'
import type { UndoListedDoseInput } from '@throughcare/domain/dose-list/undo-listed-dose-input'
import { mayUndo } from '@throughcare/domain/dose-list/undo-window'
import { decideDoseCorrection } from '@throughcare/domain/medication/decide-dose-correction'
import { AppError, refused } from '../app-error.ts'
import { doseEntryOf } from '../medication/medication-of-case.ts'
import { type DoseRecorded, recordDoseEntry } from '../medication/record-dose-entry.ts'
import { getMedicationFor, getSeenTreatment } from '../medication/treatment-seen.ts'
import { perform } from '../perform.ts'

/**
 * Takes a wrong press back within seconds (rule LIST-2): an entry in the place of the first that says "entered in error",
 * and both stay. Whoever gives the dose after all, or does not, records that as what happened.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `dose-list.too-late-to-undo` or a refusal
 *   of decide-dose-correction.ts
 */
export function undoListedDose(actor: Actor, input: UndoListedDoseInput): Promise<DoseRecorded> {
  return perform(actor, 'dose-list.undo', input, async (deed) => {
    const { episodeId, doseId, seenVersion, requestId, reason } = input
    const found = await getMedicationFor(deed, episodeId, 'dose-list.undo')
    const pressed = found.doses.find((each) => each.id === doseId)
    if (!pressed) throw new AppError('not-found')
    const treatment = getSeenTreatment(found, pressed.treatmentId, seenVersion)
    if (!mayUndo(new Date(pressed.recordedAt), deed.now)) throw refused('dose-list.too-late-to-undo')
    const { kind, forDay, toDay, parts, product } = pressed
    const decision = decideDoseCorrection(
      doseEntryOf(pressed),
      { kind, outcome: 'entered-in-error', reason, from: forDay, to: toDay, serviceId: actor.serviceId },
      found.doses.map(doseEntryOf),
    )
    if (!decision.ok) throw refused(decision.refusal)
    return recordDoseEntry(
      deed,
      found,
      { action: 'dose-list.undo', requestId, treatment },
      {
        episodeId,
        treatmentId: treatment.id,
        kind,
        outcome: 'entered-in-error',
        forDay,
        toDay,
        parts,
        givenAt: null,
        lateEntry: pressed.lateEntry,
        correctsDoseId: doseId,
        product,
        reason,
      },
    )
  })
}
