import type { Actor } from '@throughcare/db/actor'
import type { StoredCaseload } from '@throughcare/db/capacity/team-sql'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type CapacityStatement, type CapacityToday, capacityToday } from '@throughcare/domain/capacity/capacity'

/** Somebody who works on cases at the service: what they have, and what was said of how much they can take on today. */
export type TeamMember = Omit<StoredCaseload, 'said'> & { today: CapacityToday; isSelf: boolean }

/** The team as it stands today at the service. */
export function teamToday(actor: Actor, team: readonly StoredCaseload[], now: Date): TeamMember[] {
  const today = plainDateIn(now, getZone(actor.serviceTimeZone))
  return team.map(({ said, ...member }) => ({
    ...member,
    today: capacityToday(said as CapacityStatement | null, today),
    isSelf: member.accountId === actor.accountId,
  }))
}
