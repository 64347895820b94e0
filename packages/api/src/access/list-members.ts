import { findMembers, type Member } from '@throughcare/db/access/member-repository'
import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { MembersOfServiceInput } from '@throughcare/domain/access/end-membership-input'

/** A hat of the service. The reader's own cannot be taken away by themselves. */
export type ListedMember = Member & { isSelf: boolean }

/** Who works at a service, with numbers of what is open in each name: what an administrator sees before taking a hat away. */
export function listMembers(actor: Actor, { serviceId }: MembersOfServiceInput): Promise<{ members: ListedMember[] }> {
  return asActor(actor, async (deed) => {
    const members = await findMembers(deed, serviceId)
    await recordAudit(deed, { action: 'access.members', fields: ['members'] })
    return { members: members.map((member) => ({ ...member, isSelf: member.accountId === actor.accountId })) }
  })
}
