import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findNoticeSettings,
  listColleagues,
  recordNoticeSettings,
} from '@throughcare/db/notice/notice-settings-repository'
import type { ChooseNoticesInput } from '@throughcare/domain/notice/choose-notices-input'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * Chooses how the actor hears of notices under the hat that is worn.
 *
 * @throws AppError `invalid-input` for a colleague who is not at the service; `changed-meanwhile` when it was chosen in
 *   another window since
 */
export function chooseNotices(actor: Actor, input: ChooseNoticesInput): Promise<{ version: number }> {
  return perform(actor, 'notice.choose', input, async (deed) => {
    const { seenVersion, ways, colleagueId, quiet, requestId } = input
    if (colleagueId !== null) {
      const colleagues = await listColleagues(deed)
      if (!colleagues.some(({ membershipId }) => membershipId === colleagueId))
        throw invalidField('colleagueId', 'notice.colleague.unknown')
    }
    if (!(await recordNoticeSettings(deed, seenVersion, { ways, colleagueId, quiet })))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: await findNoticeSettings(deed) },
      })
    await recordAudit(deed, { action: 'notice.choose', fields: ['ways', 'colleague', 'quiet'], requestId })
    return { version: seenVersion + 1 }
  })
}
