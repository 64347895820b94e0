import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemList, ListBounds } from '@throughcare/domain/checklist/item-lists'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { MyListInput } from '@throughcare/domain/checklist/my-list-input'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import type { StoredInstant } from '../care-plan/stored-case.ts'
import { Prisma } from '../generated/client.ts'
import { type StopNotice, stopNoticesSql } from '../handoff/stop-notices.ts'

/** One line of the list: the item, and whose case it is. */
export type StoredListItem = {
  id: string
  version: number
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
  area: Area
  code: string
  status: ItemStatus
  critical: boolean
  dueAt: StoredInstant | null
  /** The due time was set by hand. */
  dueByHand: boolean
  accountableServiceId: string
  accountableServiceName: string
  assignedTo: string | null
  assignee: string | null
  /** Who was to do it works at the service no more. */
  assigneeLeft: boolean
  /** Codes of open items that it waits for, as far as the reader may see them. */
  waitsFor: string[]
  releaseDate: PlainDate | null
  releasedAt: StoredInstant | null
}

export type StoredMyList = { counts: Record<ItemList, number>; rows: StoredListItem[] }

/**
 * One page of a list over all the service's cases, and how many stand in each: every open item is put into its list once, by
 * the words of item-lists.ts, and the page and the counts are read from the same lines.
 */
export async function findMyList(
  { tx, actor, now }: Deed<Actor>,
  { list, area, worker }: Pick<MyListInput, 'list' | 'area' | 'worker'>,
  { todayEnds, weekEnds }: ListBounds,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredMyList> {
  const [found] = await tx.$queryRaw<StoredMyList[]>`
    with plans as materialized (
      select c.id, app.open_categories(p.categories) as open
      from case_part p join care_plan c on c.episode_id = p.episode_id and c.closed_at is null
      where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
        and p.relation in ('own', 'accepted', 'closing') and not app.is_stopped(p.episode_id)
    ), listed as materialized (
      select i.id, coalesce(i.due_override_at, i.due_at) as due, v.open,
        case when i.accountable_service_id <> ${actor.serviceId}::uuid then 'others'
          when i.blocked_by <> '{}' and exists (select 1 from checklist_item o where o.care_plan_id = i.care_plan_id
            and o.code = any (i.blocked_by) and o.status in ('open', 'in-progress') and o.area = any (v.open)) then 'blocked'
          when coalesce(i.due_override_at, i.due_at) < ${todayEnds}::timestamptz then 'today'
          when coalesce(i.due_override_at, i.due_at) < ${weekEnds}::timestamptz then 'this-week'
          else 'later' end as list
      from plans v
      join checklist_item i on i.care_plan_id = v.id and i.status in ('open', 'in-progress') and i.area = any (v.open)
        ${area === null ? Prisma.empty : Prisma.sql`and i.area = ${area}`}
        ${OF_WORKER[worker](actor, now)}
    ), page as (
      select l.id, l.due, l.open from listed l where l.list = ${list} order by l.due nulls last, l.id limit ${limit} offset ${offset}
    )
    select (select jsonb_build_object('today', count(*) filter (where l.list = 'today'),
        'this-week', count(*) filter (where l.list = 'this-week'), 'later', count(*) filter (where l.list = 'later'),
        'blocked', count(*) filter (where l.list = 'blocked'), 'others', count(*) filter (where l.list = 'others'))
      from listed l) as counts,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'episodeId', i.episode_id,
        'personId', n.id, 'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
        'demo', n.demo, 'number', (select x.value from person_identifier x where x.person_id = n.id
          and x.system = 'prison-number' order by x.id desc limit 1),
        'area', i.area, 'code', i.code, 'status', i.status, 'critical', i.critical, 'dueAt', app.utc(page.due),
        'dueByHand', i.due_override_at is not null, 'accountableServiceId', s.id, 'accountableServiceName', s.name,
        'assignedTo', i.assigned_to, 'assignee', a.display_name, 'assigneeLeft', ${assigneeLeft(actor, now)},
        'waitsFor', array(select o.code from checklist_item o where o.care_plan_id = i.care_plan_id
          and o.code = any (i.blocked_by) and o.status in ('open', 'in-progress') and o.area = any (page.open) order by o.code),
        'releaseDate', e.release_date, 'releasedAt', app.utc(e.released_at)) order by page.due nulls last, i.id)
      from page
      join checklist_item i on i.id = page.id
      join custody_episode e on e.id = i.episode_id
      join person n on n.id = e.person_id
      join service s on s.id = i.accountable_service_id
      left join account a on a.id = i.assigned_to), '[]') as rows`
  if (!found) throw new Error('the list answered nothing')
  return found
}

const OF_WORKER = {
  everybody: () => Prisma.empty,
  mine: ({ accountId }: Actor) => Prisma.sql`and i.assigned_to = ${accountId}::uuid`,
  unassigned: (actor: Actor, now: Date) => Prisma.sql`and (i.assigned_to is null or ${assigneeLeft(actor, now)})`,
} as const satisfies Record<MyListInput['worker'], (actor: Actor, now: Date) => Prisma.Sql>

/** It stands in the name of somebody who works here no more: nobody does it. Who works elsewhere is not ours to know. */
function assigneeLeft({ serviceId }: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`(i.assigned_to is not null and i.accountable_service_id = ${serviceId}::uuid
    and not exists (select 1 from membership m where m.account_id = i.assigned_to and m.service_id = ${serviceId}::uuid
      and m.role in ('prison-health', 'caseworker') and (m.until is null or m.until > ${now}::timestamptz)))`
}

/** Who died or was taken out of the country while the actor's service had something open: their items are nobody's work. */
export async function findStopped({ tx, actor }: Deed<Actor>): Promise<StopNotice[]> {
  const end = actor.serviceKind === 'prison-health' ? 'sending' : 'receiving'
  const [found] = await tx.$queryRawUnsafe<{ stopped: StopNotice[] }[]>(
    `select ${stopNoticesSql(end)} as stopped`,
    actor.serviceId,
  )
  return found?.stopped ?? []
}

/** Somebody who works for the actor's own service. */
export type Colleague = { accountId: string; name: string }

/** Who at the actor's own service an item can be put in the name of: whoever works on cases there now, by name. */
export function findColleagues({ tx, actor, now }: Deed<Actor>): Promise<Colleague[]> {
  return tx.$queryRaw<Colleague[]>`
    select distinct a.id as "accountId", a.display_name as name from membership m join account a on a.id = m.account_id
    where m.service_id = ${actor.serviceId}::uuid and m.role in ('prison-health', 'caseworker')
      and (m.until is null or m.until > ${now}::timestamptz)
    order by a.display_name, a.id`
}
