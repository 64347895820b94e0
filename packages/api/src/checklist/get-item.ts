import { type Actor, SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type ColleagueHere, findColleaguesHere } from '@throughcare/db/checklist/colleagues-here-repository'
import { findItemView, type StoredDocument, type StoredItemView } from '@throughcare/db/checklist/item-view-repository'
import { type Colleague, findColleagues } from '@throughcare/db/checklist/my-list-repository'
import { itemStatusesFor } from '@throughcare/domain/checklist/decide-item-status'
import type { SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import { EVENTS_PER_PAGE, type ItemByIdInput } from '@throughcare/domain/checklist/work-on-items-input'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'

/** An item as its own page shows it. Instants are ISO texts. */
export type ItemPage = Omit<StoredItemView, 'relation' | 'categories' | 'writes' | 'personId' | 'documents'> & {
  documents: (StoredDocument & { mayRemove: boolean })[]
  /** How many lines the history has in all; `history` are those of this page, the newest first. */
  historyPages: { total: number; page: number; pages: number }
  isOpen: boolean
  isOverdue: boolean
  isOurs: boolean
  maySet: SettableItemStatus[]
  may: { assign: boolean; setDue: boolean; comment: boolean; attach: boolean }
  /** In whose name it can be put; empty when it is not the reader's to put. */
  colleagues: Colleague[]
  /** Who else of the reader's service has the case open: what they change meanwhile is refused as stale, and shown. */
  alsoHere: ColleagueHere[]
  now: string
}

/**
 * One item with all that was done on it.
 * @throws AppError `not-found` | `not-allowed`
 */
export function getItem(actor: Actor, { itemId, historyPage }: ItemByIdInput): Promise<ItemPage> {
  return asActor(actor, async (deed) => {
    const found = await findItemView(deed, itemId, SYSTEM_ACCOUNT_ID)
    if (!found) throw new AppError('not-found')
    if (!mayOn(actor, 'checklist.by-id', found, found.area)) throw new AppError('not-allowed')
    const { relation, categories, writes, personId, documents, ...item } = found
    const alsoHere = await findColleaguesHere(deed, item.episodeId)
    await recordAudit(deed, { action: 'checklist.by-id', episodeIds: [item.episodeId], personIds: [personId] })
    const mayItem = (action: Parameters<typeof mayOn>[1]): boolean => mayOn(actor, action, found, item.area)
    const isOpen = item.status === 'open' || item.status === 'in-progress'
    const isOurs = item.accountableServiceId === actor.serviceId
    const mayAssign = isOpen && isOurs && mayItem('checklist.assign')
    return {
      ...item,
      history: item.history.slice((historyPage - 1) * EVENTS_PER_PAGE, historyPage * EVENTS_PER_PAGE),
      historyPages: {
        total: item.history.length,
        page: historyPage,
        pages: Math.max(1, Math.ceil(item.history.length / EVENTS_PER_PAGE)),
      },
      documents: documents.map((one) => ({
        ...one,
        mayRemove: one.removed === null && one.addedByServiceId === actor.serviceId && mayItem('document.remove'),
      })),
      isOpen,
      isOverdue: isOpen && item.dueAt !== null && new Date(item.dueAt) <= deed.now,
      isOurs,
      maySet: isOurs && mayItem('checklist.set-status') ? itemStatusesFor(item.status) : [],
      may: {
        assign: mayAssign,
        setDue: isOpen && isOurs && mayItem('checklist.set-due'),
        comment: mayItem('checklist.comment'),
        attach: mayItem('document.attach'),
      },
      colleagues: mayAssign ? await findColleagues(deed) : [],
      alsoHere,
      now: deed.now.toISOString(),
    }
  })
}
