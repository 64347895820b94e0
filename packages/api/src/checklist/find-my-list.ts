import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  type Colleague,
  findColleagues,
  findStopped,
  findMyList as findStoredList,
  type StoredListItem,
} from '@throughcare/db/checklist/my-list-repository'
import type { StopNotice } from '@throughcare/db/handoff/stop-notices'
import { mayDo } from '@throughcare/domain/access/who-may'
import { getZone } from '@throughcare/domain/calendar/zone'
import { type ItemList, listBounds } from '@throughcare/domain/checklist/item-lists'
import { MY_LIST_PAGE, type MyListInput } from '@throughcare/domain/checklist/my-list-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** One page of a list of items, and how many stand in each. Instants are ISO texts, days those of the service. */
export type MyList = {
  counts: Record<ItemList, number>
  items: (StoredListItem & { isOverdue: boolean })[]
  page: number
  pages: number
  /** Who died or was taken out of the country: above every list of work, and in none. */
  stopped: StopNotice[]
  /** In whose name an item can be put. */
  colleagues: Colleague[]
  may: { assign: boolean; finish: boolean }
  now: string
  timeZone: string
}

/** The items of all cases of the actor's service that are still open, by what is to be done about them (item-lists.ts). */
export function findMyList(actor: Actor, input: MyListInput): Promise<MyList> {
  const zone = getZone(actor.serviceTimeZone)
  return asActor(actor, async (deed) => {
    const { counts, rows } = await findStoredList(deed, input, listBounds(deed.now, zone), {
      limit: MY_LIST_PAGE,
      offset: (input.page - 1) * MY_LIST_PAGE,
    })
    const [colleagues, stopped] = [await findColleagues(deed), await findStopped(deed)]
    const shown = [...rows, ...stopped]
    await recordAudit(deed, {
      action: 'checklist.my-list',
      episodeIds: shown.map(({ episodeId }) => episodeId),
      personIds: shown.map(({ personId }) => personId),
    })
    return {
      counts,
      items: rows.map((row) => ({ ...row, isOverdue: row.dueAt !== null && new Date(row.dueAt) <= deed.now })),
      page: input.page,
      pages: Math.max(1, Math.ceil(counts[input.list] / MY_LIST_PAGE)),
      stopped,
      colleagues,
      may: { assign: mayHere(actor, 'checklist.assign'), finish: mayHere(actor, 'checklist.finish') },
      now: deed.now.toISOString(),
      timeZone: zone,
    }
  })
}

/** In the part that a case has in whose items the service works. */
function mayHere(actor: Actor, action: 'checklist.assign' | 'checklist.finish'): boolean {
  const kind = actor.serviceKind as ServiceKind
  return mayDo(actor.role, action, 'own', kind) || mayDo(actor.role, action, 'accepted', kind)
}
