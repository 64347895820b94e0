import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { enqueueJob } from '@throughcare/db/job/job-repository'
import { findLists, moveList } from '@throughcare/db/release-list/list-repository'
import type { ConfirmReleaseListInput } from '@throughcare/domain/release-list/release-list-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * Somebody has looked at the preview and says: write it. A job writes all good lines in one transaction.
 *
 * @throws AppError `not-found` | `refused` with `release-list.not-ready` (still being read, confirmed already, or refused) |
 *   `changed-meanwhile` (the list was read again since the page was opened)
 */
export function confirmReleaseList(actor: Actor, input: ConfirmReleaseListInput): Promise<{ state: 'writing' }> {
  return perform(actor, 'release-list.confirm', input, async (deed) => {
    const { listId, seenVersion } = input
    const [list] = await findLists(deed, listId)
    if (!list) throw new AppError('not-found')
    if (list.state !== 'ready') throw refused('release-list.not-ready', { state: list.state })
    if (!(await moveList(deed, listId, { from: 'ready', to: 'writing', seenVersion })))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: { version: list.version, state: list.state } },
      })
    await enqueueJob(deed, 'write-release-list', { serviceId: actor.serviceId, listId })
    await recordAudit(deed, { action: 'release-list.confirm', fields: ['state'], requestId: input.requestId })
    return { state: 'writing' as const }
  })
}
