import { findInvited, findMembers, type Member } from '@throughcare/db/access/member-repository'
import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { MembersOfServiceInput } from '@throughcare/domain/access/end-membership-input'

/** A hat of the service. The reader's own cannot be taken away by themselves. */
export type ListedMember = Member & { isSelf: boolean }

/** Somebody who is invited and has not come yet. */
export type ListedInvitation = {
  linkId: string
  email: string
  displayName: string
  role: string
  grants: string[]
  expiresAt: string
}

/**
 * Who works at a service and who is invited to, with numbers of what is open in each name: what an administrator, or a manager of
 * that service, sees before handing out a hat or taking one away.
 */
export function listMembers(
  actor: Actor,
  { serviceId }: MembersOfServiceInput,
): Promise<{ members: ListedMember[]; invited: ListedInvitation[] }> {
  return asActor(actor, async (deed) => {
    const members = await findMembers(deed, serviceId)
    const invited = await findInvited(deed, serviceId)
    await recordAudit(deed, { action: 'access.members', fields: ['members'] })
    return {
      members: members.map((member) => ({ ...member, isSelf: member.accountId === actor.accountId })),
      invited: invited.map((one) => ({ ...one, expiresAt: one.expiresAt.toISOString() })),
    }
  })
}
