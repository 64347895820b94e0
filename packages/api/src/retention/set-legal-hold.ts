import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldPersonOf, recordLegalHold } from '@throughcare/db/retention/retention-repository'
import type { SetLegalHoldInput } from '@throughcare/domain/retention/retention-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type LegalHoldSet = { isOn: boolean }

/**
 * Keeps the records of a person beyond their time, or lets go of them again. A hold wins over every rule, also over a run that waits for its
 * second yes.
 *
 * @throws AppError `not-found` | `refused` with `retention.hold-stands-so`
 */
export function setLegalHold(actor: Actor, input: SetLegalHoldInput): Promise<LegalHoldSet> {
  return perform(actor, 'retention.set-hold', input, async (deed) => {
    const { episodeId, isOn, reason, requestId } = input
    const personId = await findHeldPersonOf(deed, episodeId)
    if (!personId) throw new AppError('not-found')
    if (!(await recordLegalHold(deed, { personId, episodeId }, isOn, reason))) throw refused('retention.hold-stands-so')
    await recordAudit(deed, {
      action: 'retention.set-hold',
      personIds: [personId],
      episodeIds: [episodeId],
      fields: ['hold'],
      requestId,
    })
    return { isOn }
  })
}
