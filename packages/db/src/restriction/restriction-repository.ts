import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { RestrictionReason } from '@throughcare/domain/restriction/restriction-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** Somebody in the circle of a restricted record. `admittedBy`: null where the database admitted them, so that a service has somebody. */
export type CircleMember = {
  memberId: string
  accountId: string
  name: string
  serviceId: string
  serviceName: string
  admittedAt: string
  admittedBy: string | null
}

/** A restriction that stands. Instants are ISO 8601 in UTC. */
export type StoredRestriction = {
  restrictionId: string
  reason: RestrictionReason
  reviewOn: PlainDate
  setAt: string
  setBy: string
  setService: string
  version: number
  circle: CircleMember[]
}

/** Somebody who could be admitted, under the hat of this service. */
export type CircleCandidate = { serviceId: string; serviceName: string; accountId: string; name: string; role: string }

/** The restriction that stands on the person of the case; null when there is none, or nobody may know of the case. */
export async function findRestriction({ tx, actor, now }: Deed, episodeId: string): Promise<StoredRestriction | null> {
  const [row] = await tx.$queryRaw<{ found: StoredRestriction }[]>`
    select jsonb_build_object('restrictionId', r.id, 'reason', r.reason, 'reviewOn', r.review_on, 'setAt', app.utc(r.set_at),
      'setBy', a.display_name, 'setService', s.name, 'version', r.version,
      'circle', (select coalesce(jsonb_agg(jsonb_build_object('memberId', m.id, 'accountId', m.account_id, 'name', who.display_name,
          'serviceId', m.service_id, 'serviceName', at.name, 'admittedAt', app.utc(m.admitted_at),
          'admittedBy', case when by.id <> '00000000-0000-7000-8000-000000000001' then by.display_name end)
          order by at.name, who.display_name, m.id), '[]')
        from restriction_member m join account who on who.id = m.account_id join service at on at.id = m.service_id
        join account by on by.id = m.admitted_by
        where m.restriction_id = r.id and m.removed_at is null)) as found
    from case_part p
    join restriction r on r.person_id = p.person_id and r.lifted_at is null
    join account a on a.id = r.set_by
    join service s on s.id = r.set_service_id
    where p.episode_id = ${episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz`
  return row?.found ?? null
}

/** Who could be admitted: the people of the services with a part, and of one more. For whoever may change the circle. */
export function findCandidates(
  { tx }: Deed,
  episodeId: string,
  alsoServiceId: string | null,
): Promise<CircleCandidate[]> {
  return tx.$queryRaw`
    select c.service_id as "serviceId", c.service_name as "serviceName", c.account_id as "accountId", c.display_name as name, c.role
    from app.circle_candidates(${episodeId}::uuid, ${alsoServiceId}::uuid) c`
}

type Admitted = readonly { accountId: string; serviceId: string }[]

/**
 * Restricts the record to the actor and these accounts.
 *
 * @returns false when the actor may not, or a restriction stands already.
 * @throws SQLSTATE 42501 for an account that is not of its service
 */
export async function recordRestriction(
  { tx }: Deed,
  episodeId: string,
  of: { reason: RestrictionReason; reviewOn: PlainDate; circle: Admitted },
): Promise<boolean> {
  const { accounts, services } = columnsOf(of.circle)
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.restrict_person(${newId()}::uuid, ${episodeId}::uuid, ${of.reason}, ${of.reviewOn}::date, ${accounts}::uuid[],
      ${services}::uuid[]) as done`
  return row?.done ?? false
}

/**
 * Admits some and takes others off the circle.
 *
 * @throws SQLSTATE P0146 when a service with a part would be left with nobody, 42501 for an account that is not of its service
 */
export async function recordCircle(
  { tx }: Deed,
  of: { restrictionId: string; seenVersion: number },
  change: { reviewOn: PlainDate; admitted: Admitted; removedIds: readonly string[] },
): Promise<'changed' | 'not-found' | 'changed-meanwhile'> {
  const { accounts, services } = columnsOf(change.admitted)
  const [row] = await tx.$queryRaw<{ done: 'changed' | 'not-found' | 'changed-meanwhile' }[]>`
    select app.change_circle(${of.restrictionId}::uuid, ${of.seenVersion}::int, ${change.reviewOn}::date, ${accounts}::uuid[],
      ${services}::uuid[], ${[...change.removedIds]}::uuid[]) as done`
  return row?.done ?? 'not-found'
}

/** @throws SQLSTATE 23505 when another record bears the same number by now */
export async function recordLifting(
  { tx }: Deed,
  of: { restrictionId: string; seenVersion: number },
  because: string,
): Promise<'lifted' | 'not-found' | 'changed-meanwhile'> {
  const [row] = await tx.$queryRaw<{ done: 'lifted' | 'not-found' | 'changed-meanwhile' }[]>`
    select app.lift_restriction(${of.restrictionId}::uuid, ${of.seenVersion}::int, ${because}) as done`
  return row?.done ?? 'not-found'
}

/** Of these services, those of which nobody is in the circle of the restricted person of this case; none for a case that is not restricted. */
export function findServicesOutside(
  { tx, actor }: Deed,
  episodeId: string,
  serviceIds: readonly string[],
): Promise<{ serviceId: string; serviceName: string }[]> {
  return tx.$queryRaw`
    select s.id as "serviceId", s.name as "serviceName"
    from service s
    join case_part p on p.episode_id = ${episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid
    join restriction r on r.person_id = p.person_id and r.lifted_at is null
    where s.id = any (${[...serviceIds]}::uuid[]) and not exists (select 1 from restriction_member m
      where m.restriction_id = r.id and m.service_id = s.id and m.removed_at is null)
    order by s.name`
}

/** Services whose last account of a circle has left get their privacy officers into it, or else their managers. For the worker. */
export async function sweepCircles({ tx }: Deed): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select app.sweep_circles() as count`
  return row?.count ?? 0
}

function columnsOf(circle: Admitted): { accounts: string[]; services: string[] } {
  return { accounts: circle.map(({ accountId }) => accountId), services: circle.map(({ serviceId }) => serviceId) }
}
