import type { Deed } from '../as-actor.ts'

/** Somebody with a hat of a service, and how many handoffs are open in their name. */
export type Member = {
  membershipId: string
  accountId: string
  displayName: string
  role: string
  /** Accepted or under way, in their name. */
  held: number
  /** Sent by them, and acknowledged by nobody. */
  waiting: number
}

/** Everybody with a hat of a service, by name. Answers administrators alone: everybody else gets nobody. */
export function findMembers({ tx }: Deed, serviceId: string): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    select membership_id as "membershipId", account_id as "accountId", display_name as "displayName", role, held, waiting
    from app.members_of(${serviceId}::uuid)`
}

/** Takes a hat away; false when it was taken away already, or is the actor's own. */
export async function recordMembershipEnd({ tx }: Deed, membershipId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ended: boolean }[]>`select app.end_membership(${membershipId}::uuid) as ended`
  return row?.ended ?? false
}

/** Handoffs of the acting service in somebody's name: those they have, or those they sent and nobody has acknowledged. */
export async function findHandoffsInName(
  { tx, actor }: Deed,
  accountId: string,
  which: 'held' | 'waiting',
): Promise<string[]> {
  const rows =
    which === 'held'
      ? await tx.$queryRaw<{ id: string }[]>`
          select h.id from handoff h where h.receiving_service_id = ${actor.serviceId}::uuid and h.worker_id = ${accountId}::uuid
            and h.status in ('accepted', 'in-progress') order by h.id`
      : await tx.$queryRaw<{ id: string }[]>`
          select h.id from handoff h join send_set s on s.id = h.send_set_id where h.sending_service_id = ${actor.serviceId}::uuid
            and s.sent_by = ${accountId}::uuid and h.status = 'sent' and h.accountable_service_id = h.sending_service_id order by h.id`
  return rows.map(({ id }) => id)
}
