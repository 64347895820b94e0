import type { Actor } from '@throughcare/db/actor'
import { findServiceNames } from '@throughcare/db/circumstance/service-names'
import { newId } from '@throughcare/db/uuid'
import type { RecordBarrierInput } from '@throughcare/domain/barrier/record-barrier-input'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { invalidField } from '../app-error.ts'
import { type CircumstanceRecorded, recordCircumstance } from '../circumstance/record-circumstance.ts'
import { perform } from '../perform.ts'

/**
 * Keeps what stands in a person's way, or how it ended. A barrier keeps its area: who could read it once still can.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day that has not come, or for a
 *   programme that is not in the directory
 */
export function recordBarrier(actor: Actor, input: RecordBarrierInput): Promise<CircumstanceRecorded> {
  return perform(actor, 'barrier.record', input, async (deed) => {
    const { episodeId, requestId, barrierId, seenVersion, ...says } = input
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    for (const day of ['since', 'resolvedOn'] as const)
      if ((says[day] ?? today) > today) throw invalidField(day, `barrier.${day}.in-the-future`)
    if (says.serviceId !== null && !(await findServiceNames(deed, [says.serviceId])).has(says.serviceId))
      throw invalidField('serviceId', 'barrier.serviceId.invalid')
    return recordCircumstance(deed, 'barrier.record', {
      table: 'barrier',
      episodeId,
      requestId,
      key: barrierId ?? newId(),
      keyedBy: 'id',
      isKnown: barrierId !== null,
      seenVersion,
      category: says.area,
      categoryIn: 'area',
      says,
    })
  })
}
