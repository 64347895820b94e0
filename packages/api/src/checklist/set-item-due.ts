import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findItemsAtWork, type ItemAtWork, recordDue } from '@throughcare/db/checklist/item-work-repository'
import { refusalOfDue } from '@throughcare/domain/checklist/decide-item-work'
import type { SetItemDueInput } from '@throughcare/domain/checklist/work-on-items-input'
import { AppError, refused } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/** The version that stands now, and when the item is due. */
export type ItemDueSet = { version: number; dueAt: string | null }

/**
 * Gives an item another due time than the rule's, or the rule's again; the history keeps old, new, who, when and why. A rule
 * whose time moves takes a time set by hand back, with a line of history too.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with a code of decide-item-work.ts
 */
export function setItemDue(actor: Actor, input: SetItemDueInput): Promise<ItemDueSet> {
  return perform(actor, 'checklist.set-due', input, async (deed) => {
    const [item] = await findItemsAtWork(deed, [input.itemId])
    if (!item) throw new AppError('not-found')
    if (!mayOn(actor, 'checklist.set-due', item, item.area)) throw new AppError('not-allowed')
    const refusal = refusalOfDue(item, input.seenVersion, actor.serviceId, input.dueAt)
    if (refusal === 'changed-meanwhile') throw itemChanged(item, input.seenVersion)
    if (refusal) throw refused(refusal, { service: item.accountableServiceName })
    if (!(await recordDue(deed, item, input))) {
      const [current] = await findItemsAtWork(deed, [input.itemId])
      throw current ? itemChanged(current, input.seenVersion) : new AppError('not-found')
    }
    await recordAudit(deed, {
      action: 'checklist.set-due',
      episodeIds: [item.episodeId],
      personIds: [item.personId],
      fields: ['due', 'reason'],
      requestId: input.requestId,
    })
    return { version: input.seenVersion + 1, dueAt: (input.dueAt ?? item.dueAt)?.toISOString() ?? null }
  })
}

function itemChanged(current: ItemAtWork, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: {
        version: current.version,
        status: current.status,
        dueAt: (current.dueOverrideAt ?? current.dueAt)?.toISOString() ?? null,
      },
      changedBy: current.changedBy,
      changedAt: current.changedAt?.toISOString() ?? null,
    },
  })
}
