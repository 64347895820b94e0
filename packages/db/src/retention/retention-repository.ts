import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { dayOf, stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** How long records are kept in a country, as somebody here entered it. */
export type StoredRetentionRule = {
  ruleId: string
  country: string
  years: number
  source: string
  reviewBy: PlainDate
  state: 'proposed' | 'approved'
  proposedBy: string
  proposedByName: string
  approvedByName: string | null
}

/** A list of what is due, and what became of it. */
export type StoredRetentionRun = {
  runId: string
  state: 'proposed' | 'done' | 'taken-back'
  persons: number
  proposedAt: Date
  proposedBy: string
  proposedByName: string
  endedAt: Date | null
  endedByName: string | null
  erasedRows: number | null
}

/** How many records are due, and how many a legal hold keeps, by the rule of a country. */
export type RetentionCount = { country: string; due: number; held: number }

export async function listRetentionRules({ tx }: Deed): Promise<StoredRetentionRule[]> {
  const rows = await tx.$queryRaw<(Omit<StoredRetentionRule, 'reviewBy'> & { reviewBy: Date })[]>`
    select r.id as "ruleId", r.country, r.years, r.source, r.review_by as "reviewBy", r.state, r.proposed_by as "proposedBy",
      a.display_name as "proposedByName", b.display_name as "approvedByName"
    from retention_rule r join account a on a.id = r.proposed_by left join account b on b.id = r.approved_by
    where r.state in ('proposed', 'approved') order by r.country, r.state, r.id`
  return rows.map((row) => ({ ...row, reviewBy: dayOf(row.reviewBy) }))
}

/** The newest runs first; what waits is among them. */
export function listRetentionRuns({ tx }: Deed): Promise<StoredRetentionRun[]> {
  return tx.$queryRaw<StoredRetentionRun[]>`
    select r.id as "runId", r.state, r.persons, r.proposed_at as "proposedAt", r.proposed_by as "proposedBy",
      a.display_name as "proposedByName", r.ended_at as "endedAt", b.display_name as "endedByName", r.erased_rows as "erasedRows"
    from retention_run r join account a on a.id = r.proposed_by left join account b on b.id = r.ended_by
    order by r.proposed_at desc, r.id desc limit 20`
}

/** What would be erased now: the dry run. */
export function countRetention({ tx }: Deed): Promise<RetentionCount[]> {
  return tx.$queryRaw<RetentionCount[]>`select country, due, held from app.count_retention()`
}

/** When a night counted last; null: none yet. */
export async function findLastCount({ tx }: Deed): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`select max(counted_at) as at from retention_count`
  return row?.at ?? null
}

/** Writes down what is due. Erases nothing. */
export async function recordRetentionCount({ tx }: Deed<SystemActor>): Promise<void> {
  await tx.$executeRaw`select app.record_retention_count()`
}

export async function recordRetentionRule(
  { tx, actor, now }: Deed<Actor>,
  rule: { country: string; years: number; source: string; reviewBy: PlainDate },
): Promise<string> {
  const id = newId()
  await tx.retentionRule.createMany({
    data: [{ ...rule, id, reviewBy: stored(rule.reviewBy), proposedAt: now, proposedBy: actor.accountId }],
  })
  return id
}

/** Approves a proposal in place of what held; or takes it back. @returns false when it no longer waits. */
export async function recordRuleAnswer(
  { tx, actor, now }: Deed<Actor>,
  of: Pick<StoredRetentionRule, 'ruleId' | 'country'>,
  answer: 'confirm' | 'take-back',
): Promise<boolean> {
  if (answer === 'take-back') {
    const { count } = await tx.retentionRule.updateMany({
      where: { id: of.ruleId, state: 'proposed' },
      data: { state: 'taken-back', endedAt: now },
    })
    return count === 1
  }
  await tx.retentionRule.updateMany({
    where: { country: of.country, state: 'approved' },
    data: { state: 'superseded', endedAt: now },
  })
  const { count } = await tx.retentionRule.updateMany({
    where: { id: of.ruleId, state: 'proposed', proposedBy: { not: actor.accountId } },
    data: { state: 'approved', approvedAt: now, approvedBy: actor.accountId },
  })
  return count === 1
}

/**
 * Writes down the list of what is due now.
 *
 * @throws SQLSTATE 23505 when another list waits
 */
export async function recordRetentionRun({ tx }: Deed<Actor>): Promise<{ runId: string; persons: number }> {
  const runId = newId()
  const [row] = await tx.$queryRaw<
    { persons: number | null }[]
  >`select app.propose_retention(${runId}::uuid) as persons`
  return { runId, persons: row?.persons ?? 0 }
}

export const RUN_OUTCOMES = ['done', 'own-proposal', 'list-changed', 'not-there'] as const
export type RunOutcome = (typeof RUN_OUTCOMES)[number]

/** Erases exactly the list that was proposed, or nothing. */
export async function confirmRetentionRun({ tx }: Deed<Actor>, runId: string): Promise<RunOutcome> {
  const [row] = await tx.$queryRaw<{ outcome: RunOutcome }[]>`select app.confirm_retention(${runId}::uuid) as outcome`
  return row?.outcome ?? 'not-there'
}

/** @returns false when it no longer waits. */
export async function takeBackRetentionRun({ tx, actor, now }: Deed<Actor>, runId: string): Promise<boolean> {
  const { count } = await tx.retentionRun.updateMany({
    where: { id: runId, state: 'proposed' },
    data: { state: 'taken-back', endedAt: now, endedBy: actor.accountId },
  })
  return count === 1
}

/** The person of a case that the actor's service holds; null without one. */
export async function findHeldPersonOf({ tx, actor, now }: Deed, episodeId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ personId: string }[]>`
    select p.person_id as "personId" from case_part p where p.episode_id = ${episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now} and p.relation in ('own', 'closing') and 'identity' = any (p.categories)`
  return row?.personId ?? null
}

/** A hold that stands: why, since when (ISO 8601 in UTC), and who placed it. */
export type StandingHold = { reason: string; placedAt: string; placedBy: string }

/** The hold of the actor's service on a person's records; null while none stands. */
export async function findLegalHold({ tx, actor }: Deed, personId: string): Promise<StandingHold | null> {
  const [row] = await tx.$queryRaw<StandingHold[]>`
    select h.reason, app.utc(h.placed_at) as "placedAt", a.display_name as "placedBy"
    from legal_hold h join account a on a.id = h.placed_by
    where h.person_id = ${personId}::uuid and h.service_id = ${actor.serviceId}::uuid and h.lifted_at is null`
  return row ?? null
}

/** Places a hold of the actor's service, or lifts it. @returns false when it stood so already. */
export async function recordLegalHold(
  { tx, actor, now }: Deed<Actor>,
  of: { personId: string; episodeId: string },
  isOn: boolean,
  reason: string,
): Promise<boolean> {
  if (isOn) {
    const added = await tx.$executeRaw`
      insert into legal_hold (id, person_id, episode_id, service_id, reason, placed_at, placed_by)
      values (${newId()}::uuid, ${of.personId}::uuid, ${of.episodeId}::uuid, ${actor.serviceId}::uuid, ${reason}, ${now}, ${actor.accountId}::uuid)
      on conflict do nothing`
    return added === 1
  }
  const { count } = await tx.legalHold.updateMany({
    where: { personId: of.personId, serviceId: actor.serviceId, liftedAt: null },
    data: { liftedAt: now, liftedBy: actor.accountId, liftedBecause: reason },
  })
  return count > 0
}
