import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, type Zone } from '@throughcare/domain/calendar/zone'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus, OwnerSide } from '@throughcare/domain/checklist/item-statuses'
import type { ItemCode } from '@throughcare/domain/checklist/rule-sets'
import type { Medicine } from '@throughcare/domain/medication/medication-codes'
import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'
import { SYSTEM_ACCOUNT_ID } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import type { StoredKitOfPlan } from '../naloxone/stored-kit.ts'
import { type ToldByTables, toldByTables } from './told-sql.ts'

/** Everything in a case from which its plan follows, as far as the actor's service may see it. */
export type PlanBasis = ToldByTables & {
  episodeId: string
  personId: string
  relation: Relation
  categories: Category[]
  /** Of those, the ones that the service may write. */
  writes: Category[]
  /** The prison of the last stay: it answers for what nobody has taken over. */
  prisonServiceId: string
  zone: Zone
  /** Where the person is released to; the prison's country while nobody has said. ISO 3166-1 alpha-2. */
  country: string
  /** The code of the prison's area, where the person stays in its country; empty otherwise, and where areas are not told apart. */
  region: string
  legalStatus: LegalStatus
  releaseDate: PlainDate | null
  releaseCertainty: Certainty
  releasedAt: Date | null
  interpreterNeeded: boolean | null
  facts: { code: FactCode; state: FactState; value: string | null }[]
  treatment: { medicine: Medicine } | null
  /** Every kit, the one recorded last first. */
  kits: StoredKitOfPlan[]
  partnerWish: PartnerWish
  /** The first appointment about the treatment that is booked or was kept. */
  firstAppointment: { place: string; at: Date; timeZone: string } | null
  /** Whoever answers for an area now, where a handoff of it is alive. */
  accountable: { area: Area; serviceId: string }[]
  plan: { id: string; version: number; ruleSet: string; madeAt: Date; releaseDateSeen: PlainDate | null } | null
  /** Somebody closed the plan: none is made anew. */
  isClosed: boolean
  items: BasisItem[]
}

export type BasisItem = {
  id: string
  code: ItemCode
  area: Area
  status: ItemStatus
  version: number
  dueAt: Date | null
  dueOffsetMinutes: number | null
  ownerSide: OwnerSide
  critical: boolean
  blockedBy: string[]
  setByRules: boolean
  retiredFrom: 'open' | 'in-progress' | null
}

type Instant = string
type Row = {
  found: Omit<PlanBasis, 'zone' | 'releasedAt' | 'firstAppointment' | 'plan' | 'items'> & {
    timeZone: string
    releasedAt: Instant | null
    firstAppointment: { place: string; at: Instant; timeZone: string } | null
    plan: (Omit<NonNullable<PlanBasis['plan']>, 'madeAt'> & { madeAt: Instant }) | null
    items: (Omit<BasisItem, 'dueAt'> & { dueAt: Instant | null })[]
  }
}

/**
 * Locks the open plans of these cases and their items until the transaction ends, so that what is decided from them still
 * holds when it is written. In order of id, so that two batches never wait for each other in a circle.
 */
export async function lockPlans({ tx, actor, now }: Deed, episodeIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select c.id from care_plan c join case_part p on p.episode_id = c.episode_id
    where c.episode_id = any (${[...episodeIds]}::uuid[]) and c.closed_at is null
      and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and p.relation in ('own', 'accepted', 'closing')
    order by c.id for update of c`
  await tx.$queryRaw`
    select i.id from checklist_item i join case_part p on p.episode_id = i.episode_id
    where i.episode_id = any (${[...episodeIds]}::uuid[])
      and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and p.relation in ('own', 'accepted', 'closing')
      and i.area = any (p.writes)
    order by i.id for update of i`
}

/**
 * What the plans of these cases follow from, in one query. Cases in which the actor's service has no part that acts are left
 * out, and of the others only what its categories open is read: an answer that it may not see is an answer nobody gave.
 */
export async function findPlanBases({ tx, actor, now }: Deed, episodeIds: readonly string[]): Promise<PlanBasis[]> {
  if (episodeIds.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    select jsonb_build_object(
      'episodeId', e.id, 'personId', e.person_id, 'relation', p.relation, 'categories', p.categories,
      'writes', p.writes,
      'country', coalesce(e.release_country, prison.country),
      'region', case when coalesce(e.release_country, prison.country) = prison.country then place.holiday_region else '' end,
      'prisonServiceId', prison.id, 'timeZone', prison.time_zone, 'legalStatus', e.legal_status,
      'releaseDate', e.release_date, 'releaseCertainty', e.release_certainty, 'releasedAt', app.utc(e.released_at),
      'interpreterNeeded', n.interpreter_needed,
      'facts', coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'state', f.state, 'value', f.value #>> '{}'))
        from case_fact f where f.episode_id = e.id and f.category = any (p.categories)), '[]'),
      'treatment', (select jsonb_build_object('medicine', t.medicine) from medication_treatment t
        where t.episode_id = e.id and 'omt' = any (p.categories)
          and (t.ended_on is null or t.ended_on >= (${now}::timestamptz at time zone prison.time_zone)::date)
        order by t.started_on desc nulls last, t.id desc limit 1),
      'kits', coalesce((select jsonb_agg(jsonb_build_object('state', k.state, 'handedAt', app.utc(k.handed_at),
          'leftAt', app.utc(k.left_at), 'holder', k.holder) order by k.recorded_at desc, k.id desc)
        from naloxone_kit k where k.episode_id = e.id and 'naloxone' = any (p.categories)), '[]'),
      'partnerWish', coalesce((select w.wish from partner_wish w
        where w.episode_id = e.id and 'partner' = any (p.categories)), 'not-asked'),
      ${Prisma.raw(toldByTables('p.categories'))},
      'firstAppointment', (select jsonb_build_object('place', coalesce(a.place, v.name), 'at', app.utc(a.at), 'timeZone', v.time_zone)
        from appointment a join service v on v.id = a.service_id
        where a.episode_id = e.id and a.area = 'omt' and 'omt' = any (p.categories) and a.status in ('booked', 'kept')
        order by a.at limit 1),
      'accountable', coalesce((select jsonb_agg(jsonb_build_object('area', h.area, 'serviceId', h.accountable_service_id))
        from handoff h where h.episode_id = e.id and h.area = any (p.categories)
          and h.status in ('acknowledged', 'accepted', 'in-progress', 'timed-out')), '[]'),
      'plan', (select jsonb_build_object('id', c.id, 'version', c.version, 'ruleSet', c.rule_set, 'madeAt', app.utc(c.made_at),
          'releaseDateSeen', c.release_date_seen)
        from care_plan c where c.episode_id = e.id and c.closed_at is null),
      'isClosed', exists (select 1 from care_plan_closing x where x.episode_id = e.id),
      'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'code', i.code, 'area', i.area, 'status', i.status,
          'version', i.version, 'dueAt', app.utc(i.due_at), 'dueOffsetMinutes', i.due_offset_minutes,
          'ownerSide', i.owner_side, 'critical', i.critical, 'blockedBy', i.blocked_by,
          'setByRules', coalesce(i.status_by = ${SYSTEM_ACCOUNT_ID}::uuid, false),
          'retiredFrom', case when i.status = 'retired' then (select case when g.from_status in ('open', 'in-progress')
              then g.from_status end from checklist_item_change g where g.item_id = i.id and g.to_status = 'retired'
            order by g.at desc, g.id desc limit 1) end))
        from checklist_item i join care_plan c on c.id = i.care_plan_id and c.closed_at is null
        where i.episode_id = e.id and i.area = any (p.categories)), '[]')
    ) as found
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join person n on n.id = e.person_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay
      on true
    join service prison on prison.id = stay.prison_service_id
    join area place on place.id = prison.area_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = any (${[...episodeIds]}::uuid[]) and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and p.categories @> array['identity', 'release']
      -- A case on which work has stopped gets no plan again, and its due times move no more.
      and not app.is_stopped(e.id)`
  return rows.map(({ found }) => {
    const { timeZone, ...rest } = found
    return {
      ...rest,
      zone: getZone(timeZone),
      releasedAt: instantOf(found.releasedAt),
      firstAppointment: found.firstAppointment && {
        ...found.firstAppointment,
        at: new Date(found.firstAppointment.at),
      },
      plan: found.plan && { ...found.plan, madeAt: new Date(found.plan.madeAt) },
      items: found.items.map((item) => ({ ...item, dueAt: instantOf(item.dueAt) })),
    }
  })
}

function instantOf(written: Instant): Date
function instantOf(written: Instant | null): Date | null
function instantOf(written: Instant | null): Date | null {
  return written === null ? null : new Date(written)
}
