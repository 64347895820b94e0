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
import { OPEN_IN_INBOX, outHolds, outSince, TAB_HOLDS } from './inbox-conditions.ts'
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
  .map(([tab, holds]) => `'${tab}', count(*) filter (where ${holds})`)
  .join(', ')

/**
 * By hours since release: whoever has been out longest first, then those inside by the day they leave, then those without a
 * date. `released_at` is null until a release is confirmed; proof of being outside stands in for it.
 */
const IN_ORDER: Record<ListOrder, string> = {
  'longest-out': `order by ${outSince('o')} asc nulls last, o.release_date asc nulls last, o.due_at, o.id`,
  'oldest-first': 'order by o.sent_at, o.id',
}

const inboxText = (tab: InboxTab, order: ListOrder): string => `
  with every as materialized (${OPEN_IN_INBOX}
  ), o as materialized (
    select o.* from every o
    where ($5::text is null or o.area = $5) and ($6::text is null or o.kind = $6)
      and ($7::uuid is null or o.sending_service_id = $7) and ($8::uuid is null or o.worker_id = $8)
      and ${outHolds('o', '$9')} and (not $10::boolean or (${TAB_HOLDS.overdue}))
  ), page as (
    select o.* from o where ${TAB_HOLDS[tab]} ${IN_ORDER[order]} limit $3 offset $4
  )
  select (select jsonb_build_object(${COUNTS}) from o) as counts, coalesce((
    select jsonb_agg(jsonb_build_object('id', o.id, 'version', o.version, 'episodeId', o.episode_id, 'personId', o.person_id,
      'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'demo', n.demo,
      'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1),
      'area', o.area, 'kind', o.kind, 'status', o.status, 'attempt', o.attempt, 'sendingName', s.name,
      'movedFrom', ${MOVED_FROM('o')}, 'dueAt', o.due_at, 'acceptDueAt', o.accept_due_at, 'isNotSeen', o.is_not_seen,
      'sentAt', o.sent_at, 'workerId', o.worker_id, 'worker', w.display_name, 'releaseDate', o.release_date,
      'releaseCertainty', o.release_certainty, 'releasedAt', o.released_at, 'seenOutsideAt', o.seen_outside_at,
      'prisonTimeZone', prison.time_zone,
      'arrival', (select u.kind from outcome u where u.episode_id = o.episode_id and u.kind in ('arrived', 'did-not-arrive', 'back-in-custody')
        order by u.recorded_at desc, u.id desc limit 1),
      'openQuestion', ${openQuestionSql('o')},
      'lastContact', (select jsonb_build_object('outcome', t.outcome, 'at', t.at) from contact_attempt t
        where t.episode_id = o.episode_id order by t.at desc, t.id desc limit 1)
    ) ${IN_ORDER[order]})
    from page o
    join person n on n.id = o.person_id
    join service s on s.id = o.sending_service_id
    join lateral (select c.prison_service_id from custody_stay c where c.episode_id = o.episode_id
      order by c.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    left join account w on w.id = o.worker_id
  ), '[]') as rows, coalesce((
    select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.name, v.id)
    from service v where v.id in (select y.sending_service_id from every y)
  ), '[]') as senders, ${TEAM_OF_EVERY} as team, ${keptFiltersSql('inbox', '$2')} as filters,
  ${stopNoticesSql('receiving')} as stopped`

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
