import type { Deed } from '../as-actor.ts'

/**
 * Begins the new episode with what was answered in the old one: the facts of the plan as they stood, each recorded anew by
 * whoever took the person in. What was said about a partner is not carried over: it is asked again, alone.
 */
export async function copyFacts({ tx, actor, now }: Deed, fromEpisodeId: string, toEpisodeId: string): Promise<number> {
  return tx.$executeRaw`
    insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by, version)
    select ${toEpisodeId}::uuid, f.code, f.category, f.state, f.value, ${now}, ${actor.accountId}::uuid, 0
    from case_part p join case_fact f on f.episode_id = p.episode_id and f.category = any (p.categories)
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${fromEpisodeId}::uuid and p.until > ${now}
      and p.relation = 'closing' and f.category <> 'partner'`
}

/** Where the person of an ended episode went, for the next one; null for what nobody knows. */
export async function findReleasePlace(
  { tx, actor, now }: Deed,
  episodeId: string,
): Promise<{ releaseCountry: string | null; releaseArea: string | null } | null> {
  const [row] = await tx.$queryRaw<{ releaseCountry: string | null; releaseArea: string | null }[]>`
    select e.release_country as "releaseCountry", e.release_area as "releaseArea"
    from case_part p join custody_episode e on e.id = p.episode_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and 'release' = any (p.categories)`
  return row ?? null
}
