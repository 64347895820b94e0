import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findDutyMailbox, recordDutyMailbox } from '@throughcare/db/notice/duty-mailbox-repository'
import type { SetDutyMailboxInput } from '@throughcare/domain/notice/notice-inputs'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * Sets the address of the actor's own service that is read when it is urgent, or takes it away.
 *
 * @throws AppError `changed-meanwhile` when it was set in another window since
 */
export function setDutyMailbox(actor: Actor, input: SetDutyMailboxInput): Promise<{ version: number }> {
  return perform(actor, 'notice.set-duty-mailbox', input, async (deed) => {
    const { seenVersion, email, requestId } = input
    if (!(await recordDutyMailbox(deed, seenVersion, email)))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: await findDutyMailbox(deed) },
      })
    await recordAudit(deed, { action: 'notice.set-duty-mailbox', fields: ['email'], requestId })
    return { version: seenVersion + 1 }
  })
}
