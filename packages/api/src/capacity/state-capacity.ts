import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordCapacity } from '@throughcare/db/capacity/capacity-repository'
import { isCaseworkerHere } from '@throughcare/db/handoff/receiver-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type CapacityStatement, refusalOfAway, type StateCapacityInput } from '@throughcare/domain/capacity/capacity'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

export type CapacityStated = { accountId: string }

/**
 * Keeps what a worker says of themselves, or a manager of a worker of the service. What was said before stays.
 *
 * @throws AppError `not-allowed` for a caseworker who speaks of somebody else · `not-found` when nobody of this id works on
 *   cases here · `invalid-input` for an absence that is over or too long
 */
export function stateCapacity(actor: Actor, input: StateCapacityInput): Promise<CapacityStated> {
  return perform(actor, 'capacity.state', input, async (deed) => {
    const { accountId, requestId } = input
    if (!(await isCaseworkerHere(deed, accountId))) throw new AppError('not-found')
    if (actor.role !== 'manager' && accountId !== actor.accountId) throw new AppError('not-allowed')
    const said = saidToday(input, plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
    await recordCapacity(deed, accountId, said)
    await recordAudit(deed, { action: 'capacity.state', fields: ['says'], requestId })
    return { accountId }
  })
}

function saidToday({ says, awayUntil, room }: StateCapacityInput, today: PlainDate): CapacityStatement {
  if (says === 'away' && awayUntil !== null) {
    const refusal = refusalOfAway(awayUntil, today)
    if (refusal) throw invalidField('awayUntil', `capacity.awayUntil.${refusal}`)
    return { says, awayUntil, ofDay: today }
  }
  return says === 'room' && room !== null ? { says, room, ofDay: today } : { says: 'back', ofDay: today }
}
