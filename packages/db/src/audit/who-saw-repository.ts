import type { RelationOrNone, Role } from '@throughcare/domain/access/access-codes'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

/** An entry of the trail of one case, as far as it is told: who, when, what, and in which part. Never what was read. */
export type SeenEntry = {
  id: string
  at: Date
  /** By the clock of app.now(). */
  shownAt: Date
  accountName: string | null
  role: Role | 'system' | null
  serviceId: string
  serviceName: string
  serviceKind: ServiceKind
  /** As the directory says; null when nobody asked. */
  womenOnly: string | null
  action: string
  outcome: 'done' | 'refused'
  relation: RelationOrNone
}

/** Behind which entry a page begins; null: at the newest. */
export type SeenPlace = { at: Date; id: string } | null

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const AFTER_ALL = new Date('9999-01-01T00:00:00Z')

/** Who read or wrote a case in which the actor's service has a part; of these actions, newest first. See app.who_saw(). */
export function listWhoSaw(
  { tx }: Deed<Actor>,
  episodeId: string,
  actions: readonly string[],
  before: SeenPlace,
  atMost: number,
): Promise<SeenEntry[]> {
  return tx.$queryRaw`
    select id, at, shown_at as "shownAt", account_name as "accountName", role, service_id as "serviceId", service_name as "serviceName",
      service_kind as "serviceKind", women_only as "womenOnly", action, outcome, relation
    from app.who_saw(${episodeId}::uuid, ${[...actions]}::text[], ${before?.at ?? AFTER_ALL}::timestamptz, ${before?.id ?? LAST_ID}::uuid,
      ${atMost}::int)`
}

/** What somebody did, without whose case it was. */
export type EntryWithoutContent = {
  id: string
  at: Date
  shownAt: Date
  accountName: string | null
  role: Role | null
  serviceName: string | null
  action: string
  outcome: 'done' | 'denied' | 'refused'
  /** How many cases it touched. */
  cases: number
}

/** What the people of a service did, newest first; for administrators alone. See app.trail_without_content(). */
export function listTrailWithoutContent(
  { tx }: Deed<Actor>,
  serviceId: string,
  before: SeenPlace,
  atMost: number,
): Promise<EntryWithoutContent[]> {
  return tx.$queryRaw`
    select id, at, shown_at as "shownAt", account_name as "accountName", role, service_name as "serviceName", action, outcome, cases
    from app.trail_without_content(${serviceId}::uuid, ${before?.at ?? AFTER_ALL}::timestamptz, ${before?.id ?? LAST_ID}::uuid,
      ${atMost}::int)`
}
