import type { Actor } from '@throughcare/db/actor'
import { findTeam as findTeamIn } from '@throughcare/db/capacity/capacity-repository'
import { type TeamMember, teamToday } from './team-member.ts'

export type Team = { team: TeamMember[]; now: string }

/** Who works on cases at the actor's service, what each has, and who said that they have room today. By name. */
export async function findTeam(actor: Actor): Promise<Team> {
  const { team, now } = await findTeamIn(actor, 'capacity.team')
  return { team: teamToday(actor, team, now), now: now.toISOString() }
}
