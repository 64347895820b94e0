import type { Actor } from '@throughcare/db/actor'
import { newId } from '@throughcare/db/uuid'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { CATEGORY_OF_SUPPLY, type RecordSupplyInput } from '@throughcare/domain/health-supply/supply-codes'
import { invalidField } from '../app-error.ts'
import { type CircumstanceRecorded, recordCircumstance } from '../circumstance/record-circumstance.ts'
import { perform } from '../perform.ts'

/**
 * Keeps how much of a medicine is in hand, who goes on with it and what is due. Its kind is its own for good: it decides who
 * reads it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day that has not come
 */
export function recordSupply(actor: Actor, input: RecordSupplyInput): Promise<CircumstanceRecorded> {
  return perform(actor, 'health-supply.record', input, async (deed) => {
    const { episodeId, requestId, supplyId, seenVersion, ...says } = input
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    for (const day of ['countedOn', 'lastTakenOn'] as const)
      if ((says[day] ?? today) > today) throw invalidField(day, `health-supply.${day}.in-the-future`)
    const category = CATEGORY_OF_SUPPLY[says.kind]
    return recordCircumstance(deed, 'health-supply.record', {
      table: 'health_supply',
      episodeId,
      requestId,
      key: supplyId ?? newId(),
      keyedBy: 'id',
      isKnown: supplyId !== null,
      seenVersion,
      category,
      categoryIn: 'category',
      says: { ...says, category },
    })
  })
}
