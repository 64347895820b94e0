import type { Actor } from '@throughcare/db/actor'
import type { RecordPlaceInput } from '@throughcare/domain/housing/record-place-input'
import { type CircumstanceRecorded, recordCircumstance } from '../circumstance/record-circumstance.ts'
import { perform } from '../perform.ts'

/**
 * Keeps where a person sleeps on the first night, in the first week or in the first month. Who said yes is kept only while
 * somebody did.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordPlace(actor: Actor, input: RecordPlaceInput): Promise<CircumstanceRecorded> {
  return perform(actor, 'housing.record-place', input, (deed) => {
    const { episodeId, requestId, span, seenVersion, ...place } = input
    const confirmedBy = place.confirmed === 'confirmed' ? place.confirmedBy : null
    return recordCircumstance(deed, 'housing.record-place', {
      table: 'housing_place',
      episodeId,
      requestId,
      key: span,
      keyedBy: 'span',
      isKnown: false,
      seenVersion,
      category: 'housing',
      categoryIn: null,
      says: { ...place, confirmedBy },
    })
  })
}
