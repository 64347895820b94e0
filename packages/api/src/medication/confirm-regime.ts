import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordRegimeConfirmed } from '@throughcare/db/medication/medication-writing'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { ConfirmRegimeInput } from '@throughcare/domain/medication/confirm-regime-input'
import { decideRegimeConfirmation } from '@throughcare/domain/medication/decide-regime-confirmation'
import { refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { historyOf } from './medication-of-case.ts'
import { getMedicationFor, getSeenTreatment, treatmentChangedMeanwhile } from './treatment-seen.ts'

export type RegimeConfirmed = { version: number }

/**
 * "On regime, confirmed on this day": in custody it stands for every single dose until it goes stale.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with a refusal of
 *   decide-regime-confirmation.ts
 */
export function confirmRegime(actor: Actor, input: ConfirmRegimeInput): Promise<RegimeConfirmed> {
  return perform(actor, 'medication.confirm-regime', input, async (deed) => {
    const { episodeId, treatmentId, seenVersion, confirmedOn, requestId } = input
    const found = await getMedicationFor(deed, episodeId, 'medication.confirm-regime')
    const treatment = getSeenTreatment(found, treatmentId, seenVersion)
    const today = plainDateIn(deed.now, getZone(found.custody.timeZone))
    const decision = decideRegimeConfirmation(treatment, historyOf(found).custody, confirmedOn, today)
    if (!decision.ok) throw refused(decision.refusal)

    if (!(await recordRegimeConfirmed(deed, { episodeId, treatmentId, version: seenVersion }, confirmedOn)))
      throw await treatmentChangedMeanwhile(deed, episodeId, treatmentId, seenVersion)
    await recordAudit(deed, {
      action: 'medication.confirm-regime',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
      fields: ['regimeConfirmedOn'],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}
