import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findItem, type Item, recordItemStatus } from '@throughcare/db/checklist/item-repository'
import type { ChangeItemStatusInput } from '@throughcare/domain/checklist/change-item-status-input'
import { decideItemStatus } from '@throughcare/domain/checklist/decide-item-status'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import { AppError, refused } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/** `waitsFor`: open items that stand before this one. It was set all the same; the page says what is still open. */
export type ItemStatusSet = { version: number; status: ItemStatus; waitsFor: string[] }

/**
 * Somebody of the service that answers for an item says how it stands.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `checklist.not-accountable`,
 *   `checklist.retired`, `checklist.already-so` or `checklist.reason-missing`
 */
export function setItemStatus(actor: Actor, input: ChangeItemStatusInput): Promise<ItemStatusSet> {
  return perform(actor, 'checklist.set-status', input, async (deed) => {
    const { itemId, seenVersion, status, reason, requestId } = input
    const item = await findItem(deed, itemId)
    if (!item) throw new AppError('not-found')
    if (!mayOn(actor, 'checklist.set-status', item, item.area)) throw new AppError('not-allowed')
    if (item.version !== seenVersion) throw itemChangedMeanwhile(item, seenVersion)
    if (item.accountableServiceId !== actor.serviceId)
      throw refused('checklist.not-accountable', { service: item.accountableServiceName })
    const decision = decideItemStatus(item.status, status, reason)
    if (!decision.ok) throw refused(decision.refusal)

    const seen = { itemId, version: seenVersion, from: decision.from }
    if (!(await recordItemStatus(deed, seen, { status, reason, requestId }))) {
      const current = await findItem(deed, itemId)
      throw current ? itemChangedMeanwhile(current, seenVersion) : new AppError('not-found')
    }
    await recordAudit(deed, {
      action: 'checklist.set-status',
      episodeIds: [item.episodeId],
      personIds: [item.personId],
      fields: ['status', 'reason'],
      requestId,
    })
    return { version: seenVersion + 1, status, waitsFor: item.waitsFor }
  })
}

/** The refusal that shows how the item stands now, who set it and when. */
function itemChangedMeanwhile(current: Item, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { version: current.version, status: current.status, reason: current.reason },
      changedBy: current.statusBy,
      changedAt: current.statusAt?.toISOString() ?? null,
    },
  })
}
