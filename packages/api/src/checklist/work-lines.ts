import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit, recordDenied } from '@throughcare/db/audit/audit-repository'
import { findItemsAtWork, type ItemAtWork } from '@throughcare/db/checklist/item-work-repository'
import type { Action } from '@throughcare/domain/access/who-may'
import type { LineRefusal } from '@throughcare/domain/checklist/decide-item-work'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'

/** What became of one item of several, or would: done, or why not, and who was faster. */
export type WorkLine = {
  itemId: string
  /** Null: it is done, or would be. */
  refusal: LineRefusal | null
  /** The version that stands now; null where nothing may be known of the item. */
  version: number | null
  /** Who changed it, and when, where that is why. */
  changedBy: string | null
  changedAt: string | null
  /** Which service answers for it, where that is why. */
  service: string | null
}

type Asked = readonly { itemId: string; seenVersion: number }[]

/**
 * Works on items one by one: each is done or refused by itself, and the answer tells of every one. What is not open to the
 * service looks as if it were not there.
 *
 * @param refusalOf whether the rules let this item be worked on
 * @param record does it; false when somebody was faster. Left out for a look before the press.
 * @throws AppError `not-found` or `not-allowed` when no item at all may be worked on
 */
export async function workLines(
  deed: Deed<Actor>,
  action: Action,
  { items, requestId }: { items: Asked; requestId?: string },
  refusalOf: (item: ItemAtWork, seenVersion: number) => LineRefusal | null,
  record: ((item: ItemAtWork) => Promise<boolean>) | null,
): Promise<WorkLine[]> {
  const found = new Map(
    (
      await findItemsAtWork(
        deed,
        items.map(({ itemId }) => itemId),
      )
    ).map((item) => [item.id, item]),
  )
  const lines: WorkLine[] = []
  for (const { itemId, seenVersion } of items) {
    const item = found.get(itemId)
    if (!item) lines.push(lineOf(itemId, 'not-found'))
    else if (!mayOn(deed.actor, action, item, item.area)) lines.push(lineOf(itemId, 'not-allowed'))
    else {
      const refusal = refusalOf(item, seenVersion)
      const isDone = refusal === null && (record === null || (await record(item)))
      lines.push(toldLine(item, refusal ?? (isDone ? null : 'changed-meanwhile'), record !== null))
    }
  }
  const denied = lines.filter(isDenied)
  if (denied.length === lines.length)
    throw new AppError(denied.every(({ refusal }) => refusal === 'not-found') ? 'not-found' : 'not-allowed')
  const told = lines.flatMap((line) => (isDenied(line) ? [] : (found.get(line.itemId) ?? [])))
  await recordAudit(deed, {
    action,
    episodeIds: told.map(({ episodeId }) => episodeId),
    personIds: told.map(({ personId }) => personId),
    fields: record ? ['items'] : [],
    ...(requestId ? { requestId } : {}),
  })
  return lines
}

/** Attempts on items that were denied among others that were not, each in the trail by itself. */
export async function noteDeniedLines(actor: Actor, action: Action, lines: readonly WorkLine[]): Promise<void> {
  for (const { itemId } of lines.filter(isDenied)) await recordDenied(actor, action, itemId)
}

function isDenied({ refusal }: WorkLine): boolean {
  return refusal === 'not-found' || refusal === 'not-allowed'
}

function lineOf(itemId: string, refusal: LineRefusal): WorkLine {
  return { itemId, refusal, version: null, changedBy: null, changedAt: null, service: null }
}

function toldLine(item: ItemAtWork, refusal: LineRefusal | null, isRecorded: boolean): WorkLine {
  const isStale = refusal === 'changed-meanwhile'
  return {
    itemId: item.id,
    refusal,
    version: refusal === null && isRecorded ? item.version + 1 : item.version,
    changedBy: isStale ? item.changedBy : null,
    changedAt: isStale ? (item.changedAt?.toISOString() ?? null) : null,
    service: refusal === 'checklist.not-accountable' ? item.accountableServiceName : null,
  }
}
