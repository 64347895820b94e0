import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findCall, recordCallMade } from '@throughcare/db/dose-list/double-dose-call-repository'
import type { RecordCallInput } from '@throughcare/domain/dose-list/record-call-input'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/** When the call was recorded as made, as ISO text. */
export type CallRecorded = { madeAt: string }

/**
 * "I rang": the emergency call after two doses for one day was made. Its line goes from both services' pages.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when somebody else had rung: who, and when
 */
export function recordCall(actor: Actor, input: RecordCallInput): Promise<CallRecorded> {
  return perform(actor, 'dose-list.record-call', input, async (deed) => {
    const { episodeId, callId, requestId } = input
    const part = await getPart(deed, episodeId, 'dose-list.record-call', 'omt')
    if (!(await recordCallMade(deed, callId, episodeId))) {
      const call = await findCall(deed, callId, episodeId)
      if (!call?.made) throw new AppError('not-found')
      throw new AppError('changed-meanwhile', { details: { changedBy: call.made.by, changedAt: call.made.at } })
    }
    await recordAudit(deed, {
      action: 'dose-list.record-call',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['call'],
      requestId,
    })
    return { madeAt: deed.now.toISOString() }
  })
}
