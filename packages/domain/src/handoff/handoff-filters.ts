import { z } from 'zod'
import { Area } from '../checklist/areas.ts'
import { idOf } from '../request/request-fields.ts'
import { HANDOFF_STATUSES, HandoffKind, HandoffStatus } from './handoff-statuses.ts'
import { InboxTab } from './inbox-tabs.ts'
import { SentTab } from './sent-tabs.ts'

/** released: out, or with a service outside. first-48-hours: of those, the first 48 hours are not over as far as anybody knows. */
export const OUT_FILTERS = ['released', 'first-48-hours'] as const
export type OutFilter = (typeof OUT_FILTERS)[number]

/** longest-out: by hours since release, whoever has been out longest first. oldest-first: by when it was sent. */
export const LIST_ORDERS = ['longest-out', 'oldest-first'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]

/** Statuses that a list of what was sent can be narrowed to: a draft is in none. */
export const SENT_STATUSES = HANDOFF_STATUSES.filter((status) => status !== 'draft')

/** What either list of handoffs can be narrowed to. Codes and ids only: all of it stands in an address. */
const NARROWED = {
  area: Area.nullable().default(null),
  kind: HandoffKind.nullable().default(null),
  /** The service at the other end: who sent it, or to whom it went. */
  serviceId: idOf('handoff.serviceId').nullable().default(null),
  out: z.enum(OUT_FILTERS, { error: 'handoff.out.unknown' }).nullable().default(null),
  /** Unanswered past its deadline, by the clock. */
  overdue: z.boolean('handoff.overdue.invalid').default(false),
  order: z.enum(LIST_ORDERS, { error: 'handoff.order.unknown' }).default('longest-out'),
}

/** What was sent to us: one tab, narrowed. */
export const INBOX_QUERY = {
  ...NARROWED,
  tab: InboxTab,
  /** In whose name it stands. */
  workerId: idOf('handoff.workerId').nullable().default(null),
}

/** What was sent by us: one tab, narrowed. */
export const SENT_QUERY = { ...NARROWED, tab: SentTab, status: HandoffStatus.nullable().default(null) }

export type InboxQuery = z.infer<z.ZodObject<typeof INBOX_QUERY>>
export type SentQuery = z.infer<z.ZodObject<typeof SENT_QUERY>>

/** The two lists of handoffs. */
export const HANDOFF_LISTS = ['inbox', 'sent'] as const
export type HandoffList = (typeof HANDOFF_LISTS)[number]

/** Is anything narrowed beyond the tab? The order narrows nothing. */
export function isNarrowed(query: InboxQuery | SentQuery): boolean {
  const { area, kind, serviceId, out, overdue } = query
  const own = 'workerId' in query ? query.workerId : query.status
  return overdue || [area, kind, serviceId, out, own].some((filter) => filter !== null)
}
