import type { Actor } from '@throughcare/db/actor'
import {
  countAsksLately,
  findAskablePrisons,
  recordArrivalAsk,
} from '@throughcare/db/arrival-request/arrival-request-repository'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { ARRIVAL_ASKS_PER_HOUR, arrivalDueAt } from '@throughcare/domain/arrival-request/arrival-answer'
import type { AskArrivalInput } from '@throughcare/domain/arrival-request/arrival-request-inputs'
import { askableAreas } from '@throughcare/domain/arrival-request/askable-areas'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'
import { tellAsked } from './tell-arrival.ts'

/** By when the prisons are to answer; an instant as ISO 8601. Nothing about anybody. */
export type ArrivalAsked = { dueAt: string }

/**
 * Somebody stands at the desk without papers: the prisons that they name are asked. Nobody is looked for, and no part in any case
 * begins, so that this answers the same, and as fast, for whoever is known, unknown or restricted.
 *
 * @throws AppError `too-many-attempts` | `invalid-input` for a place that is no prison of this country, an area that the service
 *   does not take, or a birthday ahead
 */
export function askArrival(actor: Actor, input: AskArrivalInput): Promise<ArrivalAsked> {
  return perform(actor, 'arrival-request.ask', input, async (deed) => {
    const { requestId, ...ask } = input
    if ((await countAsksLately(deed)) >= ARRIVAL_ASKS_PER_HOUR) throw new AppError('too-many-attempts')
    if (ask.dateOfBirth > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('dateOfBirth', 'person.dateOfBirth.in-the-future')
    const prisons = new Set((await findAskablePrisons(deed)).map(({ id }) => id))
    const wrong = ask.prisonServiceIds.findIndex((id) => !prisons.has(id))
    if (wrong >= 0) throw invalidField(`prisonServiceIds.${wrong}`, 'arrival-request.prisonServiceIds.no-prison')
    const own = (await findReceiverServices(deed)).find(({ id }) => id === actor.serviceId)
    if (ask.areas.some((area) => !askableAreas(own?.receives).includes(area)))
      throw invalidField('areas', 'arrival-request.areas.not-taken')

    const dueAt = arrivalDueAt(deed.now)
    const ids = await recordArrivalAsk(deed, { ...ask, dueAt })
    for (const [index, id] of ids.entries()) await tellAsked(deed, ask.prisonServiceIds[index] ?? '', id)
    await recordAudit(deed, { action: 'arrival-request.ask', fields: ['name', 'dateOfBirth', ...ask.areas], requestId })
    return { dueAt: dueAt.toISOString() }
  })
}
