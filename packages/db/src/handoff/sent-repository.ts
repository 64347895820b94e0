import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ListOrder } from '@throughcare/domain/handoff/handoff-filters'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ListSentInput } from '@throughcare/domain/handoff/list-handoffs-input'
import type { SentTab } from '@throughcare/domain/handoff/sent-tabs'
import type { OpenQuestion } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import type { OutcomeKind } from '@throughcare/domain/outcome/outcome-codes'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { notStopped } from '../custody-episode/not-stopped.ts'
import { openQuestionSql } from '../handoff-message/open-question.ts'
import { keptFiltersSql, type StoredFilter } from '../saved-filter/saved-filter-repository.ts'
import { outHolds } from './inbox-conditions.ts'
import type { OtherEnd } from './inbox-repository.ts'
import { type StopNotice, stopNoticesSql } from './stop-notices.ts'

/** One case with what was sent of it, area by area. Instants are ISO texts. */
export type StoredSentCase = {
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
  releaseDate: PlainDate | null
  releaseCertainty: Certainty
  releasedAt: string | null
  seenOutsideAt: string | null
  prisonTimeZone: string
  arrival: Extract<OutcomeKind, 'arrived' | 'did-not-arrive' | 'back-in-custody'> | null
  /** The newest of each area, ordered as they were sent. */
  handoffs: {
    id: string
    version: number
    area: Area
    kind: HandoffKind
    status: HandoffStatus
    attempt: number
    /** Who owes an answer on it: ours, theirs, or nobody. */
    openQuestion: OpenQuestion | null
    receivingServiceId: string
    receivingName: string
    dueAt: string
    sentAt: string
    worker: string | null
    rejectedReason: string | null
  }[]
}

/** One page of a tab, and how many cases stand under each: counted by the conditions that choose them. */
export type StoredSent = {
  counts: Record<SentTab, number>
  rows: StoredSentCase[]
  stopped: StopNotice[]
  /** To whom anything in the list went, however narrow it is. */
  receivers: OtherEnd[]
  filters: StoredFilter[]
}

export type SentRead = Omit<ListSentInput, 'page'> & { limit: number; offset: number }

/** A case stands under every tab for which one of its areas gives a reason. */
const TAB_HOLDS: Record<SentTab, string> = {
  'needs-action': `bool_or(h.status in ('rejected', 'timed-out', 'returned') or (h.status = 'sent' and h.due_at <= (select app.now())))`,
  'did-not-arrive': `bool_or(h.arrival = 'did-not-arrive' and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress'))`,
  waiting: `bool_or(h.status = 'sent')`,
  taken: `bool_or(h.status in ('acknowledged', 'accepted', 'in-progress'))`,
  ended: `bool_and(h.status in ('done', 'revoked', 'closed'))`,
}

/** When somebody is known to be out: by the gate, or by a service that has them. */
const OUT_SINCE = (row: string): string => `coalesce(${row}.released_at, ${row}.seen_outside_at)`

const REASONS = Object.entries(TAB_HOLDS)
  .map(([tab, holds]) => `${holds} as "${tab}"`)
  .join(', ')
const COUNTS = Object.keys(TAB_HOLDS)
  .map((tab) => `'${tab}', count(*) filter (where c."${tab}")`)
  .join(', ')

const IN_ORDER: Record<ListOrder, string> = {
  'longest-out': `order by ${OUT_SINCE('c')} asc nulls last, c.release_date asc nulls last, c.episode_id`,
  'oldest-first': 'order by c.sent_at, c.episode_id',
}

// A case is in the narrowed list when one of its areas is what was asked for; the tabs look at those areas only, the card shows all.
const sentText = (tab: SentTab, order: ListOrder): string => `
  with newest as materialized (
    select distinct on (h.episode_id, h.area) h.*, (
      select u.kind from outcome u where u.episode_id = h.episode_id and u.kind in ('arrived', 'did-not-arrive', 'back-in-custody')
      order by u.recorded_at desc, u.id desc limit 1) as arrival
    from handoff h
    join case_part p on p.service_id = $1::uuid and p.episode_id = h.episode_id and p.until > (select app.now())
    where h.sending_service_id = $1::uuid and h.status <> 'draft' and h.area <> all ((select app.closed_areas())::text[])
      and ${notStopped('h.episode_id')}
    order by h.episode_id, h.area, h.sent_at desc, h.id desc
  ), every as (
    select h.episode_id, h.person_id, min(h.arrival) as arrival, min(h.sent_at) as sent_at, e.release_date, e.release_certainty,
      e.released_at, case when e.released_at is null then (
        select min(u.at) from outcome u where u.episode_id = h.episode_id and u.kind = 'arrived') end as seen_outside_at, ${REASONS}
    from newest h join custody_episode e on e.id = h.episode_id
    where ($4::text is null or h.area = $4) and ($5::text is null or h.kind = $5)
      and ($6::uuid is null or h.receiving_service_id = $6) and ($7::text is null or h.status = $7)
      and (not $9::boolean or (h.status = 'sent' and h.due_at <= (select app.now())))
    group by h.episode_id, h.person_id, e.release_date, e.release_certainty, e.released_at
  ), c as materialized (
    select y.* from every y where ${outHolds(OUT_SINCE('y'), '$8')}
  ), page as (
    select c.* from c where c."${tab}" ${IN_ORDER[order]} limit $2 offset $3
  )
  select (select jsonb_build_object(${COUNTS}) from c) as counts, coalesce((
    select jsonb_agg(jsonb_build_object('episodeId', c.episode_id, 'personId', c.person_id, 'familyName', n.family_name,
      'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'demo', n.demo,
      'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = $1::uuid) desc, i.id desc limit 1),
      'releaseDate', c.release_date, 'releaseCertainty', c.release_certainty, 'releasedAt', c.released_at,
      'seenOutsideAt', c.seen_outside_at, 'prisonTimeZone', prison.time_zone, 'arrival', c.arrival,
      'handoffs', (select jsonb_agg(jsonb_build_object('id', h.id, 'version', h.version, 'area', h.area, 'kind', h.kind,
          'status', h.status, 'attempt', h.attempt, 'openQuestion', ${openQuestionSql('h')}, 'receivingServiceId', h.receiving_service_id, 'receivingName', r.name,
          'dueAt', h.due_at, 'sentAt', h.sent_at, 'worker', w.display_name, 'rejectedReason', h.rejected_reason)
          order by h.sent_at, h.area)
        from newest h join service r on r.id = h.receiving_service_id left join account w on w.id = h.worker_id
        where h.episode_id = c.episode_id)
    ) ${IN_ORDER[order]})
    from page c
    join person n on n.id = c.person_id
    join lateral (select t.prison_service_id from custody_stay t where t.episode_id = c.episode_id
      order by t.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
  ), '[]') as rows, coalesce((
    select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.name, v.id)
    from service v where v.id in (select h.receiving_service_id from newest h)
  ), '[]') as receivers, ${keptFiltersSql('sent', '$10')} as filters, ${stopNoticesSql('sending')} as stopped`

/** One page of what the actor's service sent, by case, its tabs counted. The audit entry names every case on the page. */
export async function findSent(actor: Actor, read: SentRead, action: string): Promise<{ sent: StoredSent; now: Date }> {
  const { rows, now } = await readAsActor<StoredSent>(
    actor,
    {
      name: `handoff-sent-${read.tab}-${read.order}`,
      text: sentText(read.tab, read.order),
      values: [
        actor.serviceId,
        read.limit,
        read.offset,
        read.area,
        read.kind,
        read.serviceId,
        read.status,
        read.out,
        read.overdue,
        actor.accountId,
      ],
    },
    {
      action,
      touched: ([sent]) => ({
        episodeIds: [...(sent?.rows ?? []), ...(sent?.stopped ?? [])].map((row) => row.episodeId),
        personIds: [...(sent?.rows ?? []), ...(sent?.stopped ?? [])].map((row) => row.personId),
      }),
    },
  )
  const [sent] = rows
  if (!sent) throw new Error('the list of sent handoffs answered nothing')
  return { sent, now }
}
