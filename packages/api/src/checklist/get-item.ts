import { type Actor, SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findItemView, type StoredDocument, type StoredItemView } from '@throughcare/db/checklist/item-view-repository'
import { type Colleague, findColleagues } from '@throughcare/db/checklist/my-list-repository'
import { itemStatusesFor } from '@throughcare/domain/checklist/decide-item-status'
import type { SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'

/** An item as its own page shows it. Instants are ISO texts. */
export type ItemPage = Omit<StoredItemView, 'relation' | 'categories' | 'writes' | 'personId' | 'documents'> & {
  documents: (StoredDocument & { mayRemove: boolean })[]
  isOpen: boolean
  isOverdue: boolean
  isOurs: boolean
  maySet: SettableItemStatus[]
  may: { assign: boolean; setDue: boolean; comment: boolean; attach: boolean }
  /** In whose name it can be put; empty when it is not the reader's to put. */
  colleagues: Colleague[]
  now: string
}

/**
 * One item with all that was done on it.
 * @throws AppError `not-found` | `not-allowed`
 */
export function getItem(actor: Actor, itemId: string): Promise<ItemPage> {
  return asActor(actor, async (deed) => {
    const found = await findItemView(deed, itemId, SYSTEM_ACCOUNT_ID)
    if (!found) throw new AppError('not-found')
    if (!mayOn(actor, 'checklist.by-id', found, found.area)) throw new AppError('not-allowed')
    const { relation, categories, writes, personId, documents, ...item } = found
    await recordAudit(deed, { action: 'checklist.by-id', episodeIds: [item.episodeId], personIds: [personId] })
    const mayItem = (action: Parameters<typeof mayOn>[1]): boolean => mayOn(actor, action, found, item.area)
    const isOpen = item.status === 'open' || item.status === 'in-progress'
    const isOurs = item.accountableServiceId === actor.serviceId
    const mayAssign = isOpen && isOurs && mayItem('checklist.assign')
    return {
      ...item,
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
      now: deed.now.toISOString(),
    }
  })
}
