import type { Deed } from '../as-actor.ts'

/** A colleague who has the case open, or had a moment ago. */
export type ColleagueHere = { name: string; minutesAgo: number }

/** Who else of the actor's service opened the case, or an item of it, within five minutes: the last one first. */
export function findColleaguesHere({ tx }: Deed, episodeId: string): Promise<ColleagueHere[]> {
  return tx.$queryRaw<ColleagueHere[]>`
    select display_name as name, minutes_ago as "minutesAgo" from app.colleagues_here(${episodeId}::uuid)`
}
