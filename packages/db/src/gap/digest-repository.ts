import type { Role } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DigestCounts, DigestRow } from '@throughcare/domain/gap/digest-causes'
import type { DigestWindow } from '@throughcare/domain/gap/digest-window'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { enqueueJob } from '../job/job-repository.ts'
import { gapReach } from './gap-reach.ts'

export type DigestChoice = { wanted: boolean; version: number }

/** Whether the actor wants the digest under their hat: yes, until they said otherwise. */
export async function findDigestChoice({ tx, actor }: Deed<Actor>): Promise<DigestChoice> {
  const chosen = await tx.digestChoice.findUnique({ where: { membershipId: actor.membershipId } })
  return chosen ? { wanted: chosen.wanted, version: chosen.version } : { wanted: true, version: 0 }
}

/** Puts a choice over the one that was seen; false when it is another one by now. */
export async function recordDigestChoice(
  { tx, actor, now }: Deed<Actor>,
  seenVersion: number,
  wanted: boolean,
): Promise<boolean> {
  const written =
    seenVersion === 0
      ? await tx.$executeRaw`
          insert into digest_choice (membership_id, wanted, chosen_at, version)
          values (${actor.membershipId}::uuid, ${wanted}, ${now}, 1) on conflict do nothing`
      : await tx.$executeRaw`
          update digest_choice set wanted = ${wanted}, chosen_at = ${now}, version = version + 1
          where membership_id = ${actor.membershipId}::uuid and version = ${seenVersion}::int`
  return written === 1
}

/** A hat that wants the digest. */
export type DigestReader = {
  serviceId: string
  serviceKind: ServiceKind
  membershipId: string
  role: Role
  /** The last day for which one was decided, in the zone of the service. */
  lastDay: PlainDate | null
}

/** Everybody who wants the digest, in all services. For the system actor; nobody else gets a row. */
export function findDigestReaders({ tx }: Deed): Promise<DigestReader[]> {
  return tx.$queryRaw`
    select service_id as "serviceId", service_kind as "serviceKind", membership_id as "membershipId", role,
      last_day::text as "lastDay" from app.digest_readers()`
}

/** How many persons stand on the gap board of the service for which the transaction acts, as the digest counts them. */
export function countGapBoard({ tx }: Deed<SystemActor>): Promise<DigestRow[]> {
  return tx.$queryRaw`
    ${Prisma.raw(gapReach('app.service_id()'))}
    select board = 'could-leave-today' as "isToday", cause, is_fresh as "isFresh", count(*)::int as persons
    from reach group by 1, 2, 3`
}

/**
 * Decides the digest of a hat for a day, and adds the job that sends it: both happen, or neither, and once for a day however
 * many workers ask.
 */
export async function recordDigest(
  deed: Deed<SystemActor>,
  of: { membershipId: string; day: PlainDate },
  { until }: DigestWindow,
  counts: DigestCounts,
): Promise<boolean> {
  const { tx, actor, now } = deed
  const written = await tx.$executeRaw`
    insert into digest_sent (membership_id, day, service_id, counts, decided_at, until)
    values (${of.membershipId}::uuid, ${of.day}::date, ${actor.serviceId}::uuid, ${JSON.stringify(counts)}::jsonb, ${now}, ${until})
    on conflict do nothing`
  if (written === 0) return false
  await enqueueJob(deed, 'send-digest', { serviceId: actor.serviceId, ...of })
  return true
}

/** What is still to be sent, and where to. */
export type DueDigest = { counts: DigestCounts; email: string; locale: string }

/**
 * Holds a digest until the transaction ends, so that two workers do not send it both. Null: it was sent, its day's hours are
 * over, or the hat was taken away or muted it meanwhile.
 */
export async function holdDueDigest(
  { tx, now }: Deed<SystemActor>,
  of: { membershipId: string; day: PlainDate },
): Promise<DueDigest | null> {
  const [held] = await tx.$queryRaw<{ counts: DigestCounts }[]>`
    select counts from digest_sent
    where membership_id = ${of.membershipId}::uuid and day = ${of.day}::date and sent_at is null and until > ${now}::timestamptz
    for update`
  if (!held) return null
  const [address] = await tx.$queryRaw<{ email: string; locale: string }[]>`
    select email, locale from app.digest_address(${of.membershipId}::uuid)`
  return address ? { ...held, ...address } : null
}

/** The mail server took it. */
export async function recordDigestSent(
  { tx, now }: Deed<SystemActor>,
  of: { membershipId: string; day: PlainDate },
): Promise<void> {
  await tx.$executeRaw`
    update digest_sent set sent_at = ${now} where membership_id = ${of.membershipId}::uuid and day = ${of.day}::date`
}

/** The mail server did not take it; why, as a code. Written by itself: what was under way is rolled back. */
export async function recordDigestFailure(
  { tx, now }: Deed<SystemActor>,
  of: { membershipId: string; day: PlainDate },
  because: string,
): Promise<void> {
  await tx.$executeRaw`
    update digest_sent set failures = failures + 1, failed_at = ${now}, failed_because = ${because}
    where membership_id = ${of.membershipId}::uuid and day = ${of.day}::date and sent_at is null`
}

/** Digests of one service and day that the mail server never took. */
export type DigestFailure = {
  serviceId: string
  serviceName: string
  day: PlainDate
  unsent: number
  /** When it last did not take one. ISO 8601 in UTC. */
  failedAt: string
  because: string
  /** Until when it is sent at all. ISO 8601 in UTC. */
  until: string
}

/** What the mail server never took, the latest first. For administrators; nobody else gets a row. */
export async function findDigestFailures({ tx }: Deed): Promise<DigestFailure[]> {
  const rows = await tx.$queryRaw<{ found: DigestFailure }[]>`
    select jsonb_build_object('serviceId', f.service_id, 'serviceName', f.service_name, 'day', f.day, 'unsent', f.unsent,
      'failedAt', app.utc(f.failed_at), 'because', f.failed_because, 'until', app.utc(f.until)) as found
    from app.digest_failures() f`
  return rows.map(({ found }) => found)
}

/** Has them sent again; how many are. For administrators; nobody else's press does anything. */
export async function retryDigests({ tx }: Deed, of: { serviceId: string; day: PlainDate }): Promise<number> {
  const [row] = await tx.$queryRaw<{ retried: number }[]>`
    select app.retry_digests(${of.serviceId}::uuid, ${of.day}::date) as retried`
  return row?.retried ?? 0
}
