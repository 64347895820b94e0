import type { CapacityStatement } from '@throughcare/domain/capacity/capacity'
import type { Actor } from '../actor.ts'
import { type Deed, readAsActor } from '../as-actor.ts'
import { OPEN_IN_INBOX } from '../handoff/inbox-conditions.ts'
import { newId } from '../uuid.ts'
import { type StoredCaseload, TEAM_OF_EVERY } from './team-sql.ts'

const TEAM = `with every as materialized (${OPEN_IN_INBOX}) select ${TEAM_OF_EVERY} as team`

/** Everybody who works on cases at the actor's service, with their caseloads: numbers, and no case. */
export async function findTeam(actor: Actor, action: string): Promise<{ team: StoredCaseload[]; now: Date }> {
  const { rows, now } = await readAsActor<{ team: StoredCaseload[] }>(
    actor,
    { name: 'capacity-team', text: TEAM, values: [actor.serviceId] },
    { action, touched: () => ({ episodeIds: [], personIds: [] }) },
  )
  return { team: rows[0]?.team ?? [], now }
}

/** Keeps what was said of a worker. What was said before stays, and stands no more. */
export async function recordCapacity(
  { tx, actor, now }: Deed<Actor>,
  accountId: string,
  said: CapacityStatement,
): Promise<void> {
  const awayUntil = said.says === 'away' ? said.awayUntil : null
  const room = said.says === 'room' ? said.room : null
  await tx.$executeRaw`
    insert into capacity_statement (id, service_id, account_id, says, away_until, room, of_day, stated_at, stated_by)
    values (${newId()}::uuid, ${actor.serviceId}::uuid, ${accountId}::uuid, ${said.says}, ${awayUntil}::date, ${room}::int,
      ${said.ofDay}::date, ${now}::timestamptz, ${actor.accountId}::uuid)`
}
