import type { Actor } from '@throughcare/db/actor'
import { newId } from '@throughcare/db/uuid'
import type { RecordTreatmentAwayInput } from '@throughcare/domain/treatment-away/record-treatment-away-input'
import { type CircumstanceRecorded, recordCircumstance } from '../circumstance/record-circumstance.ts'
import { perform } from '../perform.ts'

/**
 * Keeps a referral to residential treatment, with the home and the activity that come after it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordTreatmentAway(actor: Actor, input: RecordTreatmentAwayInput): Promise<CircumstanceRecorded> {
  return perform(actor, 'treatment-away.record', input, (deed) => {
    const { episodeId, requestId, treatmentAwayId, seenVersion, ...says } = input
    return recordCircumstance(deed, 'treatment-away.record', {
      table: 'treatment_away',
      episodeId,
      requestId,
      key: treatmentAwayId ?? newId(),
      keyedBy: 'id',
      isKnown: treatmentAwayId !== null,
      seenVersion,
      category: 'omt',
      categoryIn: null,
      says,
    })
  })
}
