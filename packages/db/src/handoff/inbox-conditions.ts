import type { InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import { FIRST_HOURS } from '@throughcare/domain/release/hours-since-release'
import { notStopped } from '../custody-episode/not-stopped.ts'

/**
 * Every open handoff of the service `$1` that its inbox can show, as a query: what the inbox lists, what it counts and what a
 * worker's caseload is are all read from these rows.
 */
export const OPEN_IN_INBOX = `
    select h.id, h.version, h.episode_id, h.person_id, h.area, h.kind, h.status, h.attempt, h.sending_service_id, h.due_at, h.sent_at,
      h.accept_due_at, h.status = 'sent' and h.accountable_service_id = h.receiving_service_id as is_not_seen,
      h.worker_id, e.release_date, e.release_certainty, e.released_at, case when e.released_at is null then (
        select min(u.at) from outcome u where u.episode_id = h.episode_id and u.kind = 'arrived') end as seen_outside_at
    from handoff h
    join case_part p on p.service_id = $1::uuid and p.episode_id = h.episode_id and p.until > app.now()
    join custody_episode e on e.id = h.episode_id
    where h.receiving_service_id = $1::uuid and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress')
      and h.area <> all ((select app.closed_areas())::text[]) and ${notStopped('h.episode_id')}`

/**
 * What each tab holds of the service's open handoffs: a page lists by these conditions and every count is made by them, so
 * that a count is always its list. `$2` is the reader.
 */
export const TAB_HOLDS: Record<InboxTab, string> = {
  new: `o.status = 'sent'`,
  acknowledged: `o.status in ('acknowledged', 'accepted', 'in-progress')`,
  mine: `o.worker_id = $2::uuid`,
  unassigned: `o.status = 'acknowledged' and o.worker_id is null`,
  overdue: `(o.status = 'sent' and o.due_at <= app.now() or o.status = 'acknowledged' and o.accept_due_at <= app.now())`,
}

/** When somebody is known to be out: by the gate, or by a service that has them. */
export const outSince = (row: string): string => `coalesce(${row}.released_at, ${row}.seen_outside_at)`

/** Out, and the first hours are not over as far as anybody knows (rule REL-1). */
export const inFirstHours = (row: string): string =>
  `(${outSince(row)} <= app.now() and ${outSince(row)} >= app.now() - interval '${FIRST_HOURS} hours')`

/** Narrows rows by whether they are out; the parameter is one of OUT_FILTERS or null. */
export const outHolds = (row: string, parameter: string): string =>
  `(${parameter}::text is null or (${outSince(row)} <= app.now() and (${parameter}::text = 'released' or ${inFirstHours(row)})))`
