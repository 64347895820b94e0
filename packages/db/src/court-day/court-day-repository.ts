import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A person who leaves for court, as it is ticked. */
export type Leaving = {
  episodeId: string
  day: PlainDate
  kitInHand: boolean
  letterInHand: boolean
  lastDoseConfirmed: boolean
}

/**
 * Ticks that somebody leaves for court.
 *
 * @returns the id of the tick; null when somebody else ticked it first
 */
export async function recordLeaving({ tx, actor, now }: Deed, leaving: Leaving): Promise<string | null> {
  const id = newId()
  const { count } = await tx.courtDay.createMany({
    data: [
      {
        ...leaving,
        day: new Date(`${leaving.day}T00:00:00Z`),
        id,
        leftAt: now,
        leftRecordedBy: actor.accountId,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1 ? id : null
}

/**
 * Takes a tick off, because the person is back. Asks the id and the case of it, and that the prison holds the person.
 *
 * @returns false when nothing was written: another version stands, or the person is back already
 */
export async function recordBack(
  { tx, actor, now }: Deed,
  tick: { id: string; episodeId: string; version: number },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update court_day c set back_at = ${now}, back_recorded_by = ${actor.accountId}::uuid, version = c.version + 1
    where c.id = ${tick.id}::uuid and c.episode_id = ${tick.episodeId}::uuid and c.version = ${tick.version} and c.back_at is null
      and exists (select 1 from case_part p where p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid
        and p.relation = 'own' and p.until > app.now())`
  return changed === 1
}
