import { inboxAddress, sentAddress } from '../handoff/list-address.ts'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'

/** A list of what is still open: how many, the first of them by name, and where all of them stand. */
export type OpenList = {
  key: string
  count: number
  href: string
  rows: { key: string; familyName: string; givenNames: string; href: string; dueAt: string | null }[]
}

type Caller = Awaited<ReturnType<typeof api>>

/** What is still open for whoever comes next: of the inbox for a community service, of what was sent for a prison. */
export async function getOpenLists(): Promise<OpenList[]> {
  const caller = await api()
  if (await mayHere('handoff.inbox')) return [...(await ofInbox(caller))]
  return (await mayHere('handoff.sent')) ? ofSent(caller) : []
}

async function ofInbox(caller: Caller): Promise<OpenList[]> {
  const queries = [
    { key: 'overdue', tab: 'overdue', out: null },
    { key: 'new', tab: 'new', out: null },
    { key: 'unassigned', tab: 'unassigned', out: null },
    { key: 'first', tab: 'acknowledged', out: 'first-48-hours' },
  ] as const
  return Promise.all(
    queries.map(async ({ key, tab, out }) => {
      const { counts, rows } = await caller.handoff.inbox({ tab, out, page: 1 })
      return {
        key,
        count: counts[tab],
        href: inboxAddress({ ...PLAIN, tab, out, workerId: null }),
        rows: rows.map(({ id, familyName, givenNames, dueAt, status }) => ({
          key: id,
          familyName,
          givenNames,
          href: paths.handoff(id),
          dueAt: status === 'sent' ? dueAt : null,
        })),
      }
    }),
  )
}

function ofSent(caller: Caller): Promise<OpenList[]> {
  return Promise.all(
    (['needs-action', 'did-not-arrive', 'waiting'] as const).map(async (tab) => {
      const { counts, rows } = await caller.handoff.sent({ tab, page: 1 })
      return {
        key: tab,
        count: counts[tab],
        href: sentAddress({ ...PLAIN, tab, status: null }),
        rows: rows.map(({ episodeId, familyName, givenNames }) => ({
          key: episodeId,
          familyName,
          givenNames,
          href: paths.case(episodeId),
          dueAt: null,
        })),
      }
    }),
  )
}

const PLAIN = {
  area: null,
  kind: null,
  serviceId: null,
  out: null,
  overdue: false,
  order: 'longest-out',
} as const
