import type { InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import { FIRST_HOURS } from '@throughcare/domain/release/hours-since-release'

/** The time, asked once for a statement and not for each row. */
const NOW = '(select app.now())'

/**
 * Every open handoff of the service `$1` that its inbox can show, as a query: what the inbox lists, what it counts and what a
 * worker's caseload is are all read from these rows. They are a copy that triggers keep (docs/adr/0193), because the order by hours
 * since release stands on other tables.
 */
export const OPEN_IN_INBOX = `
    select o.handoff_id, o.episode_id, o.area, o.kind, o.status, o.sending_service_id, o.worker_id, o.sent_at, o.due_at,
      o.out_since, o.release_date, (o.status = 'sent' and o.due_at <= ${NOW}
        or o.status = 'acknowledged' and o.accept_due_at <= ${NOW}) is true as is_overdue
    from open_handoff o
    where o.receiving_service_id = $1::uuid and o.until > ${NOW}
      and o.area <> all ((select app.closed_areas())::text[])`

/**
 * What each tab holds of the service's open handoffs: a page lists by these conditions and every count is made by them, so
 * that a count is always its list. `$2` is the reader.
 */
export const TAB_HOLDS: Record<InboxTab, (row: string) => string> = {
  new: (row) => `${row}.status = 'sent'`,
  acknowledged: (row) => `${row}.status <> 'sent'`,
  mine: (row) => `${row}.worker_id = $2::uuid`,
  unassigned: (row) => `${row}.status = 'acknowledged' and ${row}.worker_id is null`,
  overdue: (row) => `${row}.is_overdue`,
}

/** Out, and the first hours are not over as far as anybody knows (rule REL-1). */
export const inFirstHours = (outSince: string): string =>
  `(${outSince} <= ${NOW} and ${outSince} >= ${NOW} - interval '${FIRST_HOURS} hours')`

/** Narrows rows by whether they are out; the parameter is one of OUT_FILTERS or null. */
export const outHolds = (outSince: string, parameter: string): string =>
  `(${parameter}::text is null or (${outSince} <= ${NOW} and (${parameter}::text = 'released' or ${inFirstHours(outSince)})))`
