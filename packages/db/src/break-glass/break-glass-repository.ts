import type { BreakGlassReason, LegalBasis, ReviewOutcome } from '@throughcare/domain/break-glass/break-glass-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** How often this account pressed in the last hour, whatever came of it. */
export async function countPressesLately({ tx }: Deed): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select app.presses_lately() as count`
  return row?.count ?? 0
}

/** Why somebody looks, and until when it is to be reviewed. */
export type LookToRecord = {
  /** Every word of both names, folded. */
  words: readonly string[]
  dateOfBirth: PlainDate
  reason: BreakGlassReason
  basis: LegalBasis
  because: string
  reviewDueAt: Date
}

/**
 * Opens the latest case of the one person of these names and this birthday, and writes the look down whether there is one or not.
 *
 * @returns `episodeId` null: there is nobody, there are several, or the record is restricted. The three are one answer.
 */
export async function recordLook(
  { tx }: Deed<Actor>,
  look: LookToRecord,
): Promise<{ breakGlassId: string; episodeId: string | null; until: Date | null }> {
  const id = newId()
  const [row] = await tx.$queryRaw<{ episodeId: string | null; until: Date | null }[]>`
    select g.episode_id as "episodeId", g.until from app.break_glass(${id}::uuid, ${[...look.words]}::text[], ${look.dateOfBirth}::date,
      ${look.reason}, ${look.basis}, ${look.because}, ${look.reviewDueAt}::timestamptz) g`
  return { breakGlassId: id, episodeId: row?.episodeId ?? null, until: row?.until ?? null }
}

/** The privacy officers of the actor's service and of its area. */
export function findPrivacyOfficers({ tx, actor }: Deed<Actor>): Promise<{ serviceId: string; accountId: string }[]> {
  return tx.$queryRaw`
    select o.service_id as "serviceId", o.account_id as "accountId" from app.privacy_officers_over(${actor.serviceId}::uuid) o`
}

/** An emergency look as its reviewers read it: of whom is not told. Instants are ISO 8601 in UTC. */
export type LookToReview = {
  breakGlassId: string
  at: string
  until: string
  by: string
  byAccountId: string
  serviceName: string
  reason: BreakGlassReason
  basis: LegalBasis
  because: string
  reviewDueAt: string
  isLate: boolean
  isEscalated: boolean
  reviews: { outcome: ReviewOutcome; note: string; at: string; by: string; service: string }[]
}

/** So many at once; whoever has more waiting reviews these first. */
const LISTED = 100

/** The looks that the actor reviews: those that wait, the most urgent first, or those that are settled, the latest first. */
export async function findLooks({ tx }: Deed, which: 'waiting' | 'reviewed' | { id: string }): Promise<LookToReview[]> {
  const id = typeof which === 'string' ? null : which.id
  const settled = which === 'reviewed'
  const rows = await tx.$queryRaw<{ found: LookToReview }[]>`
    select jsonb_build_object('breakGlassId', b.id, 'at', app.utc(b.at), 'until', app.utc(b.until), 'by', a.display_name,
      'byAccountId', b.account_id, 'serviceName', s.name, 'reason', b.reason, 'basis', b.basis, 'because', b.because,
      'reviewDueAt', app.utc(b.review_due_at), 'isLate', b.review_due_at <= app.now(), 'isEscalated', b.escalated_at is not null,
      'reviews', (select coalesce(jsonb_agg(jsonb_build_object('outcome', r.outcome, 'note', r.note, 'at', app.utc(r.at),
          'by', who.display_name, 'service', at.name) order by r.at, r.id), '[]')
        from break_glass_review r join account who on who.id = r.reviewed_by join service at on at.id = r.service_id
        where r.break_glass_id = b.id)) as found
    from break_glass b
    join account a on a.id = b.account_id
    join service s on s.id = b.service_id
    where app.may_review(b.service_id, b.escalated_at) and (b.id = ${id}::uuid or ${id}::uuid is null
      and ${settled}::boolean = exists (select 1 from break_glass_review r where r.break_glass_id = b.id and r.outcome <> 'needs-follow-up'))
    order by case when ${settled}::boolean then -extract(epoch from b.at) else extract(epoch from b.review_due_at) end, b.id
    limit ${LISTED}`
  return rows.map(({ found }) => found)
}

/**
 * Writes down what was found.
 *
 * @returns false when somebody settled it meanwhile, or it is not the actor's to review.
 */
export async function recordReview(
  { tx, actor, now }: Deed<Actor>,
  { breakGlassId, outcome, note }: { breakGlassId: string; outcome: ReviewOutcome; note: string },
): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into break_glass_review (id, break_glass_id, outcome, note, at, reviewed_by, service_id)
    select ${newId()}::uuid, b.id, ${outcome}, ${note}, ${now}, ${actor.accountId}::uuid, ${actor.serviceId}::uuid
    from break_glass b
    where b.id = ${breakGlassId}::uuid and b.account_id <> ${actor.accountId}::uuid and app.may_review(b.service_id, b.escalated_at)
      and not exists (select 1 from break_glass_review r where r.break_glass_id = b.id and r.outcome <> 'needs-follow-up')
    on conflict do nothing`
  return written === 1
}

/** Closes what an hour opened, and names the looks that nobody reviewed in time with the services whose managers are told. */
export function sweepLooks({ tx }: Deed): Promise<{ breakGlassId: string; serviceId: string }[]> {
  return tx.$queryRaw`select l.look_id as "breakGlassId", l.service_id as "serviceId" from app.sweep_looks() l`
}
