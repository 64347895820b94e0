import type { Category } from '@throughcare/domain/access/access-codes'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import type { Deed } from '../as-actor.ts'

/** An answer as it stands, with whoever gave it. */
export type Fact = {
  code: FactCode
  state: FactState
  value: string | null
  version: number
  recordedAt: Date
  recordedBy: string | null
}

/** One answer of a case; null when nobody has given one, or when it is not open to the actor's service. */
export async function findFact({ tx, actor, now }: Deed, episodeId: string, code: FactCode): Promise<Fact | null> {
  const [fact] = await tx.$queryRaw<Fact[]>`
    select f.code, f.state, f.value #>> '{}' as value, f.version, f.recorded_at as "recordedAt", a.display_name as "recordedBy"
    from case_part p join case_fact f on f.episode_id = p.episode_id left join account a on a.id = f.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and f.category = any (p.categories) and f.code = ${code}`
  return fact ?? null
}

/**
 * Writes an answer over the version that was seen, or as the first one when none was.
 *
 * @returns false when nothing was written: another answer stands now, or the category is not open for writing.
 */
export async function recordFact(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; code: FactCode; version: number | null },
  fact: { category: Category; state: FactState; value: string | null },
): Promise<boolean> {
  const value = fact.value === null ? null : JSON.stringify(fact.value)
  const changed =
    seen.version === null
      ? await tx.$executeRaw`
          insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
          select p.episode_id, ${seen.code}, ${fact.category}, ${fact.state}, ${value}::jsonb, ${now}::timestamptz,
            ${actor.accountId}::uuid
          from case_part p
          where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${seen.episodeId}::uuid
            and p.until > ${now}::timestamptz and ${fact.category} = any (p.writes)
            and p.relation in ('own', 'accepted', 'closing')
          on conflict (episode_id, code) do nothing`
      : await tx.$executeRaw`
          update case_fact f
          set state = ${fact.state}, value = ${value}::jsonb, recorded_at = ${now}::timestamptz,
            recorded_by = ${actor.accountId}::uuid, version = f.version + 1
          from case_part p
          where f.episode_id = ${seen.episodeId}::uuid and f.code = ${seen.code} and f.version = ${seen.version}
            and p.episode_id = f.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
            and f.category = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
