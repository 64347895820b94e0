import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { listDataRequests } from '@throughcare/db/data-request/data-request-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type DataRequestView, dataRequestView } from './data-request-view.ts'

/** What waits, the nearest day first, and the restrictions in force. `today` is the service's own day. */
export type DataRequests = { waiting: DataRequestView[]; standing: DataRequestView[]; today: PlainDate }

/** What persons asked of this service about what is written of them. */
export function listAllDataRequests(actor: Actor): Promise<DataRequests> {
  return asActor(actor, async (deed) => {
    const all = await listDataRequests(deed)
    await recordAudit(deed, {
      action: 'data-request.list',
      personIds: all.map(({ personId }) => personId),
      episodeIds: all.map(({ episodeId }) => episodeId),
    })
    const shown = all.map(dataRequestView)
    return {
      waiting: shown.filter(({ state }) => state === 'open'),
      standing: shown.filter(({ state }) => state === 'standing'),
      today: plainDateIn(deed.now, getZone(actor.serviceTimeZone)),
    }
  })
}
