import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import type { OutcomeKind } from '@throughcare/domain/outcome/outcome-codes'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { notStopped } from '../custody-episode/not-stopped.ts'
import { MOVED_FROM } from './moved-from.ts'
import { type StopNotice, stopNoticesSql } from './stop-notices.ts'

/** One open handoff in the inbox. Instants are ISO texts. */
export type StoredInboxRow = {
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
  kind: HandoffKind
  status: HandoffStatus
  attempt: number
  sendingName: string
  /** The prison that sent it, where the person was moved since and the sender moved with them. */
  movedFrom: { name: string; at: string } | null
  dueAt: string
  sentAt: string
  workerId: string | null
  worker: string | null
  releaseDate: PlainDate | null
  releaseCertainty: Certainty
  releasedAt: string | null
  seenOutsideAt: string | null
  prisonTimeZone: string
  /** The last thing known after release: arrived, did not arrive, or back inside. */
  arrival: Extract<OutcomeKind, 'arrived' | 'did-not-arrive' | 'back-in-custody'> | null
  lastContact: { outcome: ContactOutcome; at: string } | null
}

/** One page of a tab, and how many rows stand under each tab: counted by the very conditions that choose the rows. */
export type StoredInbox = { counts: Record<InboxTab, number>; rows: StoredInboxRow[]; stopped: StopNotice[] }

/**
 * What each tab holds of the service's open handoffs: a page lists by these conditions and every count is made by them, so
 * that a count is always its list.
 */
const TAB_HOLDS: Record<InboxTab, string> = {
  new: `o.status = 'sent'`,
  acknowledged: `o.status in ('acknowledged', 'accepted', 'in-progress')`,
  mine: `o.worker_id = $2::uuid`,
  unassigned: `o.status = 'acknowledged' and o.worker_id is null`,
  overdue: `o.status = 'sent' and o.due_at <= app.now()`,
}

const COUNTS = Object.entries(TAB_HOLDS)
  .map(([tab, holds]) => `'${tab}', count(*) filter (where ${holds})`)
  .join(', ')

/**
 * Ordered by hours since release: whoever has been out longest first, then those inside by the day they leave, then those
 * without a date. `released_at` is null until a release is confirmed; proof of being outside stands in for it.
 */
const IN_ORDER =
  'order by coalesce(o.released_at, o.seen_outside_at) asc nulls last, o.release_date asc nulls last, o.due_at, o.id'

const inboxText = (tab: InboxTab): string => `
  with o as materialized (
    select h.id, h.version, h.episode_id, h.person_id, h.area, h.kind, h.status, h.attempt, h.sending_service_id, h.due_at, h.sent_at,
      h.worker_id, e.release_date, e.release_certainty, e.released_at, case when e.released_at is null then (
        select min(u.at) from outcome u where u.episode_id = h.episode_id and u.kind = 'arrived') end as seen_outside_at
    from handoff h
    join case_part p on p.service_id = $1::uuid and p.episode_id = h.episode_id and p.until > app.now()
    join custody_episode e on e.id = h.episode_id
    where h.receiving_service_id = $1::uuid and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress')
      and h.area <> all ((select app.closed_areas())::text[]) and ${notStopped('h.episode_id')}
  ), page as (
    select o.* from o where ${TAB_HOLDS[tab]} ${IN_ORDER} limit $3 offset $4
  )
  select (select jsonb_build_object(${COUNTS}) from o) as counts, coalesce((
    select jsonb_agg(jsonb_build_object('id', o.id, 'version', o.version, 'episodeId', o.episode_id, 'personId', o.person_id,
      'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'demo', n.demo,
      'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1),
      'area', o.area, 'kind', o.kind, 'status', o.status, 'attempt', o.attempt, 'sendingName', s.name,
      'movedFrom', ${MOVED_FROM('o')}, 'dueAt', o.due_at,
      'sentAt', o.sent_at, 'workerId', o.worker_id, 'worker', w.display_name, 'releaseDate', o.release_date,
      'releaseCertainty', o.release_certainty, 'releasedAt', o.released_at, 'seenOutsideAt', o.seen_outside_at,
      'prisonTimeZone', prison.time_zone,
      'arrival', (select u.kind from outcome u where u.episode_id = o.episode_id and u.kind in ('arrived', 'did-not-arrive', 'back-in-custody')
        order by u.recorded_at desc, u.id desc limit 1),
      'lastContact', (select jsonb_build_object('outcome', t.outcome, 'at', t.at) from contact_attempt t
        where t.episode_id = o.episode_id order by t.at desc, t.id desc limit 1)
    ) ${IN_ORDER})
    from page o
    join person n on n.id = o.person_id
    join service s on s.id = o.sending_service_id
    join lateral (select c.prison_service_id from custody_stay c where c.episode_id = o.episode_id
      order by c.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    left join account w on w.id = o.worker_id
  ), '[]') as rows, ${stopNoticesSql('receiving')} as stopped`

/** One page of the inbox of the actor's service, its tabs counted. The audit entry names every case on the page. */
export async function findInbox(
  actor: Actor,
  read: { tab: InboxTab; limit: number; offset: number },
  action: string,
): Promise<{ inbox: StoredInbox; now: Date }> {
  const { rows, now } = await readAsActor<StoredInbox>(
    actor,
    {
      name: `handoff-inbox-${read.tab}`,
      text: inboxText(read.tab),
      values: [actor.serviceId, actor.accountId, read.limit, read.offset],
    },
    {
      action,
      touched: ([inbox]) => ({
        episodeIds: [...(inbox?.rows ?? []), ...(inbox?.stopped ?? [])].map((row) => row.episodeId),
        personIds: [...(inbox?.rows ?? []), ...(inbox?.stopped ?? [])].map((row) => row.personId),
      }),
    },
  )
  const [inbox] = rows
  if (!inbox) throw new Error('the inbox answered nothing')
  return { inbox, now }
}
