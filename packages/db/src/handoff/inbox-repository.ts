import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import type { ListOrder } from '@throughcare/domain/handoff/handoff-filters'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import type { ListInboxInput } from '@throughcare/domain/handoff/list-handoffs-input'
import type { OpenQuestion } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import type { OutcomeKind } from '@throughcare/domain/outcome/outcome-codes'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { type StoredCaseload, TEAM_OF_EVERY } from '../capacity/team-sql.ts'
import { openQuestionSql } from '../handoff-message/open-question.ts'
import { keptFiltersSql, type StoredFilter } from '../saved-filter/saved-filter-repository.ts'
import { OPEN_IN_INBOX, outHolds, TAB_HOLDS } from './inbox-conditions.ts'
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
  /** By when a worker is to have it; null until it is acknowledged. */
  acceptDueAt: string | null
  /** The service answers for it as somebody's heir, and has not acknowledged it. */
  isNotSeen: boolean
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
  /** Who owes an answer on it: ours, theirs, or nobody. */
  openQuestion: OpenQuestion | null
}

/** A service that stands at the other end of something in the list. */
export type OtherEnd = { id: string; name: string }

/**
 * One page of a tab, and how many rows stand under each tab: counted by the very conditions that choose the rows. What the
 * list can be narrowed to, and who works here, tell of all of it, however narrow it is.
 */
export type StoredInbox = {
  counts: Record<InboxTab, number>
  rows: StoredInboxRow[]
  stopped: StopNotice[]
  senders: OtherEnd[]
  team: StoredCaseload[]
  filters: StoredFilter[]
}

export type InboxRead = Omit<ListInboxInput, 'page'> & { limit: number; offset: number }

const COUNTS = Object.entries(TAB_HOLDS)
  .map(([tab, holds]) => `'${tab}', count(*) filter (where ${holds('g')})`)
  .join(', ')

/**
 * By hours since release: whoever has been out longest first, then those inside by the day they leave, then those without a
 * date. `released_at` is null until a release is confirmed; proof of being outside stands in for it.
 */
const IN_ORDER: Record<ListOrder, string> = {
  'longest-out': `order by o.out_since asc nulls last, o.release_date asc nulls last, o.due_at, o.handoff_id`,
  'oldest-first': 'order by o.sent_at, o.handoff_id',
}

/** Whether a row is one of those that were asked for. */
const NARROWED = (row: string): string =>
  `(($5::text is null or ${row}.area = $5) and ($6::text is null or ${row}.kind = $6)
      and ($7::uuid is null or ${row}.sending_service_id = $7) and ($8::uuid is null or ${row}.worker_id = $8)
      and ${outHolds(`${row}.out_since`, '$9')} and (not $10::boolean or ${row}.is_overdue))`

const inboxText = (tab: InboxTab, order: ListOrder): string => `
  with listed as not materialized (${OPEN_IN_INBOX}
  ), every as materialized (
    select l.status, l.worker_id, l.is_overdue, l.sending_service_id, l.episode_id, l.out_since, ${NARROWED('l')} as is_in from listed l
  ), page as (
    select o.* from listed o where ${NARROWED('o')} and ${TAB_HOLDS[tab]('o')} ${IN_ORDER[order]} limit $3 offset $4
  )
  select (select json_build_object(${COUNTS}) from every g where g.is_in) as counts, coalesce((
    select json_agg(json_build_object('id', h.id, 'version', h.version, 'episodeId', h.episode_id, 'personId', h.person_id,
      'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'demo', n.demo,
      'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1),
      'area', h.area, 'kind', h.kind, 'status', h.status, 'attempt', h.attempt, 'sendingName', s.name,
      'movedFrom', ${MOVED_FROM('h')}, 'dueAt', h.due_at, 'acceptDueAt', h.accept_due_at,
      'isNotSeen', h.status = 'sent' and h.accountable_service_id = h.receiving_service_id,
      'sentAt', h.sent_at, 'workerId', h.worker_id, 'worker', w.display_name, 'releaseDate', e.release_date,
      'releaseCertainty', e.release_certainty, 'releasedAt', e.released_at,
      'seenOutsideAt', case when e.released_at is null then o.out_since end, 'prisonTimeZone', prison.time_zone,
      'arrival', (select u.kind from outcome u where u.episode_id = h.episode_id and u.kind in ('arrived', 'did-not-arrive', 'back-in-custody')
        order by u.recorded_at desc, u.id desc limit 1),
      'openQuestion', ${openQuestionSql('h')},
      'lastContact', (select json_build_object('outcome', t.outcome, 'at', t.at) from contact_attempt t
        where t.episode_id = h.episode_id order by t.at desc, t.id desc limit 1)
    ) ${IN_ORDER[order]})
    from page o
    join handoff h on h.id = o.handoff_id and h.receiving_service_id = $1::uuid
    join custody_episode e on e.id = h.episode_id
    join person n on n.id = h.person_id
    join service s on s.id = h.sending_service_id
    join lateral (select c.prison_service_id from custody_stay c where c.episode_id = h.episode_id
      order by c.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    left join account w on w.id = h.worker_id
  ), '[]') as rows, coalesce((
    select json_agg(json_build_object('id', v.id, 'name', v.name) order by v.name, v.id)
    from (select distinct g.sending_service_id as id from every g) t join service v on v.id = t.id
  ), '[]') as senders, ${TEAM_OF_EVERY} as team, ${keptFiltersSql('inbox', '$2')} as filters,
  stopped.list as stopped,
  array(select h.episode_id from page h union all select (s.one ->> 'episodeId')::uuid from json_array_elements(stopped.list) s (one)) as episode_ids,
  array(select h.person_id from page o join handoff h on h.id = o.handoff_id
    union all select (s.one ->> 'personId')::uuid from json_array_elements(stopped.list) s (one)) as person_ids
  from (select ${stopNoticesSql('receiving')} as list offset 0) stopped`

/** One page of the inbox of the actor's service, its tabs counted. The audit entry names every case on the page. */
export async function findInbox(
  actor: Actor,
  read: InboxRead,
  action: string,
): Promise<{ inbox: StoredInbox; now: Date }> {
  const { rows, now } = await readAsActor<StoredInbox>(
    actor,
    {
      name: `handoff-inbox-${read.tab}-${read.order}`,
      text: inboxText(read.tab, read.order),
      values: [
        actor.serviceId,
        actor.accountId,
        read.limit,
        read.offset,
        read.area,
        read.kind,
        read.serviceId,
        read.workerId,
        read.out,
        read.overdue,
      ],
    },
    { action, columns: 'counts, rows, senders, team, filters, stopped' },
  )
  const [inbox] = rows
  if (!inbox) throw new Error('the inbox answered nothing')
  return { inbox, now }
}
