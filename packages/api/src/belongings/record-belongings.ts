import type { Actor } from '@throughcare/db/actor'
import { newId } from '@throughcare/db/uuid'
import type { RecordBelongingsInput } from '@throughcare/domain/belongings/record-belongings-input'
import { type CircumstanceRecorded, recordCircumstance } from '../circumstance/record-circumstance.ts'
import { perform } from '../perform.ts'

/**
 * Keeps which of a person's things lie where, until when and for how much, or that they were collected or given up.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordBelongings(actor: Actor, input: RecordBelongingsInput): Promise<CircumstanceRecorded> {
  return perform(actor, 'belongings.record', input, (deed) => {
    const { episodeId, requestId, belongingsId, seenVersion, ...says } = input
    return recordCircumstance(deed, 'belongings.record', {
      table: 'belongings',
      episodeId,
      requestId,
      key: belongingsId ?? newId(),
      keyedBy: 'id',
      isKnown: belongingsId !== null,
      seenVersion,
      category: 'belongings',
      categoryIn: null,
      says,
    })
  })
}
