import type { BarrierFact } from '@throughcare/domain/barrier/barrier-report'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'

/**
 * The barriers of the actor's own scope that stood on or after a day: of a prison's people, of those handed to a service in
 * the areas handed to it, or of all of a region's. The scope is the database's, and which of them the actor can open; cases and
 * words are not told.
 */
export function findBarrierFacts({ tx }: Deed, from: PlainDate): Promise<BarrierFact[]> {
  return tx.$queryRaw<BarrierFact[]>`
    select f.code, f.level, f.service_id as "serviceId", f.since::text as since, f.resolved_on::text as "resolvedOn", f.is_own as "isOwn"
    from app.barrier_facts(${from}::date) f`
}
