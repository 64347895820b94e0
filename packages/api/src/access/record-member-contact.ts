import { recordContact } from '@throughcare/db/access/member-repository'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { RecordContactInput } from '@throughcare/domain/access/member-inputs'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * How to reach somebody in one of their hats from now on; what stood there before is kept (U25). For themselves, a manager of the
 * service, or an administrator.
 *
 * @throws AppError `not-found` for a hat that is gone, and for anybody else's
 */
export function recordMemberContact(actor: Actor, input: RecordContactInput): Promise<{ membershipId: string }> {
  return perform(actor, 'access.record-contact', input, async (deed) => {
    const { membershipId, requestId } = input
    if (!(await recordContact(deed, membershipId, input))) throw new AppError('not-found')
    await recordAudit(deed, { action: 'access.record-contact', fields: ['email', 'phone', 'team'], requestId })
    return { membershipId }
  })
}
