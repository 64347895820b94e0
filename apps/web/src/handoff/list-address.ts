import type { InboxQuery, SentQuery } from '@throughcare/domain/handoff/handoff-filters'
import { ListInboxInput, ListSentInput } from '@throughcare/domain/handoff/list-handoffs-input'
import { paths, type Query } from '../paths.ts'

type Search = { readonly [name: string]: string | string[] | undefined }

/** What stands in the address, and what it is called there. Codes, ids and numbers only: nothing that was typed. */
const NAMES = {
  area: 'area',
  kind: 'kind',
  serviceId: 'service',
  workerId: 'who',
  status: 'state',
  out: 'out',
  overdue: 'late',
  order: 'order',
} as const
type Field = keyof typeof NAMES
const FIELDS = Object.keys(NAMES) as Field[]

const INBOX = { tab: 'new', page: 1 } as const
const SENT = { tab: 'needs-action', page: 1 } as const

/** The inbox that an address asks for. Anybody can type an address: whatever in it is not known is left out. */
export function readInboxAddress(search: Search): ListInboxInput {
  return ListInboxInput.parse(known(search, INBOX, (input) => ListInboxInput.safeParse(input).success))
}

/** The list of what was sent that an address asks for. */
export function readSentAddress(search: Search): ListSentInput {
  return ListSentInput.parse(known(search, SENT, (input) => ListSentInput.safeParse(input).success))
}

/** The address of the inbox as it is, with some of it changed. Another tab, filter or order begins at its first page. */
export function inboxAddress(now: InboxQuery, change: Partial<ListInboxInput> = {}, path = paths.inbox): string {
  return path(queryOf({ ...now, page: 1, ...change }, INBOX.tab))
}

/** The same for what was sent. */
export function sentAddress(now: SentQuery, change: Partial<ListSentInput> = {}): string {
  return paths.sent(queryOf({ ...now, page: 1, ...change }, SENT.tab))
}

/** The list without its filters: its tab and its order. */
export const WITHOUT_FILTERS = { area: null, kind: null, serviceId: null, out: null, overdue: false } as const

function known<Start extends { tab: string; page: number }>(
  search: Search,
  start: Start,
  holds: (input: object) => boolean,
): Start & Record<string, unknown> {
  const asked: [string, unknown][] = [
    ['tab', search.tab],
    ['page', Number(search.page)],
    ...FIELDS.map((field): [string, unknown] => [field, askedFor(field, search[NAMES[field]])]),
  ]
  const taken = asked.filter(([field, value]) => value !== undefined && holds({ ...start, [field]: value }))
  return { ...start, ...Object.fromEntries(taken) }
}

function askedFor(field: Field, text: string | string[] | undefined): unknown {
  return field === 'overdue' ? text === 'yes' || undefined : text
}

type Shown = { readonly [F in Field]?: unknown } & { readonly tab: string; readonly page: number }

function queryOf(next: Shown, firstTab: string): Query {
  const kept = FIELDS.flatMap((field): [string, string][] => {
    const value = next[field]
    if (value === null || value === undefined || value === false || value === 'longest-out') return []
    return [[NAMES[field], value === true ? 'yes' : String(value)]]
  })
  const { tab, page } = next
  return {
    tab: tab === firstTab ? undefined : tab,
    ...Object.fromEntries(kept),
    page: page > 1 ? page : undefined,
  }
}
