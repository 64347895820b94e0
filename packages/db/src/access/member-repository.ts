import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** Somebody with a hat of a service, and how many handoffs are open in their name. */
export type Member = {
  membershipId: string
  accountId: string
  displayName: string
  role: string
  grants: string[]
  /** Accepted or under way, in their name. */
  held: number
  /** Sent by them, and acknowledged by nobody. */
  waiting: number
  /** How to reach them in this hat, the newest first: it counts, and the others are its history. */
  contacts: MemberContact[]
}

export type MemberContact = {
  email: string | null
  phone: string | null
  team: string | null
  /** An instant. */
  at: string
  by: string
}

/** Somebody who is invited and has not come yet. */
export type Invited = {
  linkId: string
  email: string
  displayName: string
  role: string
  grants: string[]
  expiresAt: Date
}

/** Everybody with a hat of a service, by name. Answers administrators and its managers: everybody else gets nobody. */
export function findMembers({ tx }: Deed, serviceId: string): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    select membership_id as "membershipId", account_id as "accountId", display_name as "displayName", role, grants, held, waiting, contacts
    from app.members_of(${serviceId}::uuid)`
}

/** Who is invited to a service and has not come yet. Answers as {@link findMembers}. */
export function findInvited({ tx }: Deed, serviceId: string): Promise<Invited[]> {
  return tx.$queryRaw<Invited[]>`
    select link_id as "linkId", email, display_name as "displayName", role, grants, expires_at as "expiresAt"
    from app.invited_to(${serviceId}::uuid)`
}

/** Another role or other grants at the same service. False for whoever may not, one's own hat, and one that was taken away. */
export async function recordMembershipChange(
  { tx }: Deed,
  membershipId: string,
  to: { role: string; grants: readonly string[] },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.change_membership(${membershipId}::uuid, ${newId()}::uuid, ${to.role}, ${[...to.grants]}::text[]) as done`
  return row?.done ?? false
}

/** How to reach somebody in one of their hats from now on. False for whoever may not say so, and for a hat that is gone. */
export async function recordContact(
  { tx }: Deed,
  membershipId: string,
  { email, phone, team }: Pick<MemberContact, 'email' | 'phone' | 'team'>,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.record_contact(${newId()}::uuid, ${membershipId}::uuid, ${email}, ${phone}, ${team}) as done`
  return row?.done ?? false
}

/** Takes a hat away; false when it was taken away already, or is the actor's own. */
export async function recordMembershipEnd({ tx }: Deed, membershipId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ended: boolean }[]>`select app.end_membership(${membershipId}::uuid) as ended`
  return row?.ended ?? false
}

/** Handoffs that somebody of the acting service has taken; `mayGoTo`: whether that colleague may know of the case. */
export async function findHandoffsHeld(
  { tx, actor }: Deed,
  accountId: string,
  colleagueId: string | null,
): Promise<{ id: string; mayGoTo: boolean }[]> {
  return tx.$queryRaw<{ id: string; mayGoTo: boolean }[]>`
    select h.id, not exists (select from case_part p where p.episode_id = h.episode_id and p.service_id = h.receiving_service_id
        and p.circle is not null and coalesce(${colleagueId}::uuid <> all (p.circle), true)) as "mayGoTo"
    from handoff h where h.receiving_service_id = ${actor.serviceId}::uuid and h.worker_id = ${accountId}::uuid
      and h.status in ('accepted', 'in-progress') order by h.id`
}

/** Handoffs that somebody of the acting service sent, and nobody has acknowledged. */
export async function findHandoffsWaiting({ tx, actor }: Deed, accountId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select h.id from handoff h join send_set s on s.id = h.send_set_id where h.sending_service_id = ${actor.serviceId}::uuid
      and s.sent_by = ${accountId}::uuid and h.status = 'sent' and h.accountable_service_id = h.sending_service_id order by h.id`
  return rows.map(({ id }) => id)
}
