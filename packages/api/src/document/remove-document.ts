import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordEdit } from '@throughcare/db/checklist/item-work-repository'
import { findDocument, recordRemoved, reopenWithoutEvidence } from '@throughcare/db/document/document-repository'
import { newId } from '@throughcare/db/uuid'
import type { RemoveDocumentInput } from '@throughcare/domain/document/document-inputs'
import { opensAgain } from '@throughcare/domain/document/evidence-gone'
import { AppError, refused } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/** Whether the item is work again, because it was ticked and this was its last evidence. */
export type DocumentRemoved = { isItemOpenAgain: boolean }

/**
 * Takes a document away: its bytes go at once, its line and the reason stay. A ticked item whose last evidence it was opens
 * again (practice F10). Only the service that added it removes it.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with `document.not-yours` or `document.gone-already`
 */
export function removeDocument(actor: Actor, input: RemoveDocumentInput): Promise<DocumentRemoved> {
  return perform(actor, 'document.remove', input, async (deed) => {
    const { documentId, itemId, reason, requestId } = input
    const found = await findDocument(deed, documentId)
    if (!found || found.itemId !== itemId) throw new AppError('not-found')
    if (!mayOn(actor, 'document.remove', found, found.category)) throw new AppError('not-allowed')
    if (found.removedAt !== null) throw refused('document.gone-already')
    if (found.addedByServiceId !== actor.serviceId) throw refused('document.not-yours')
    if (!(await recordRemoved(deed, documentId, reason))) throw refused('document.gone-already')
    const item = { itemId, episodeId: found.episodeId, area: found.category }
    await recordEdit(deed, item, { field: 'document', oldValue: documentId, newValue: null, reason }, requestId)
    const isItemOpenAgain =
      opensAgain(found.itemStatus, found.others) &&
      (await reopenWithoutEvidence(deed, item, { reason, requestId, changeId: newId() }))
    await recordAudit(deed, {
      action: 'document.remove',
      episodeIds: [found.episodeId],
      personIds: [found.personId],
      fields: isItemOpenAgain ? ['document', 'status'] : ['document'],
      requestId,
    })
    return { isItemOpenAgain }
  })
}
