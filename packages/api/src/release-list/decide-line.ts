import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordDecision } from '@throughcare/db/release-list/line-repository'
import { findLists, recordCounts } from '@throughcare/db/release-list/list-repository'
import type { DecideLineInput } from '@throughcare/domain/release-list/release-list-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * A human says whether a possible duplicate is the same person or another one. It can be said again until the list is
 * confirmed; what nobody decides stays listed and is not written.
 *
 * @throws AppError `not-found` | `refused` with `release-list.nothing-to-decide`
 */
export function decideLine(actor: Actor, input: DecideLineInput): Promise<{ undecided: number }> {
  return perform(actor, 'release-list.decide', input, async (deed) => {
    const [list] = await findLists(deed, input.listId)
    if (!list) throw new AppError('not-found')
    if (!(await recordDecision(deed, input.listId, input.line, input.decision)))
      throw refused('release-list.nothing-to-decide')
    await recordCounts(deed, input.listId)
    await recordAudit(deed, { action: 'release-list.decide', fields: ['decision'], requestId: input.requestId })
    const [after] = await findLists(deed, input.listId)
    return { undecided: after?.counts?.undecided ?? 0 }
  })
}
