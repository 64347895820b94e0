import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GotLetter } from '../../apps/worker/testing/mail-server.ts'
import type { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import type { Acknowledged } from './journal.ts'

type Owner = Parameters<Parameters<typeof withSuperuser>[1]>[0]

/** What was found afterwards. Everything under `faults` must be 0. */
export type Found = { counts: Record<string, number>; faults: Record<string, number> }

export function readJournals(folder: string): Acknowledged[] {
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Acknowledged),
  )
}

/** Is every write that was acknowledged there, once, and nothing else; has everything open one owner? */
export async function lookAtHandoffs(owner: Owner, acknowledged: readonly Acknowledged[]): Promise<Found> {
  const { rows: moves } = await owner.query<{
    handoff_id: string
    move: string
    request_id: string
    by_account: string
  }>(`select handoff_id, move, request_id, by_account from handoff_move`)
  const { rows: handoffs } = await owner.query<{
    id: string
    episode_id: string
    status: string
    sending_service_id: string
    receiving_service_id: string
    accountable_service_id: string | null
    version: number
  }>('select * from handoff')
  const keyOf = (handoffId: string, move: string, requestId: string) => `${handoffId} ${move} ${requestId}`
  const stored = new Map<string, number>()
  for (const { handoff_id, move, request_id } of moves) {
    const key = keyOf(handoff_id, move, request_id)
    stored.set(key, (stored.get(key) ?? 0) + 1)
  }
  const written = new Set(acknowledged.map(({ handoffId, move, requestId }) => keyOf(handoffId, move, requestId)))
  const lastOf = new Map<string, string>()
  for (const { handoffId, move } of acknowledged) lastOf.set(handoffId, STATUS_AFTER[move])
  const perCase = new Map<string, number>()
  for (const { episode_id } of handoffs) perCase.set(episode_id, (perCase.get(episode_id) ?? 0) + 1)
  const open = handoffs.filter(({ status }) => OPEN.includes(status))
  return {
    counts: { acknowledged: acknowledged.length, moves: moves.length, handoffs: handoffs.length, open: open.length },
    faults: {
      'acknowledged and not there': [...written].filter((key) => !stored.has(key)).length,
      'there twice': [...stored.values()].filter((times) => times > 1).length,
      'there and never acknowledged': [...stored.keys()].filter((key) => !written.has(key)).length,
      'a case with two handoffs': [...perCase.values()].filter((times) => times > 1).length,
      'a status that no acknowledged write left': handoffs.filter(({ id, status }) => lastOf.get(id) !== status).length,
      'open without its one owner': open.filter(
        (one) =>
          one.accountable_service_id !==
          (TAKEN.includes(one.status) ? one.receiving_service_id : one.sending_service_id),
      ).length,
    },
  }
}

const STATUS_AFTER = { send: 'sent', acknowledge: 'acknowledged', accept: 'accepted', reject: 'rejected' } as const
const TAKEN: readonly string[] = ['acknowledged', 'accepted', 'in-progress']
const OPEN: readonly string[] = ['draft', 'sent', 'rejected', 'returned', ...TAKEN]

/** Was every message sent at least once, and are copies of one known by their Message-ID? */
export async function lookAtMessages(owner: Owner, letters: readonly GotLetter[]): Promise<Found> {
  const { rows } = await owner.query<Record<string, number>>(`
    select (select count(*)::int from notice) as notices,
      (select count(*)::int from notice n where not exists (select 1 from notice_entry e where e.notice_id = n.id)) as untold,
      (select count(*)::int from (select 1 from notice_entry group by notice_id, membership_id having count(*) > 1) t) as "toldTwice",
      (select count(*)::int from notice_post) as posts,
      (select count(*)::int from notice_post where mail_id is null and dropped_at is null) as "postsWaiting",
      (select count(*)::int from notice_mail where sent_at is null) as "mailsUnsent",
      (select count(*)::int from pgboss.job where name in ('tell-notice', 'send-notice') and state = 'failed') as "deadJobs"`)
  // The morning digests, which carry no notice, are looked at elsewhere: their mails count nothing, their letters are named otherwise.
  const { rows: mails } = await owner.query<{ id: string }>(`select id from notice_mail where counts <> '{}'`)
  const ours = letters.filter(({ messageId }) => messageId.startsWith('<notice.'))
  const told = new Set(ours.map(({ messageId }) => messageId))
  const arrived = mails.filter(({ id }) => [...told].some((messageId) => messageId.startsWith(`<notice.${id}@`))).length
  const { notices = 0, posts = 0, ...faults } = rows[0] ?? {}
  return {
    counts: {
      notices,
      posts,
      mails: mails.length,
      letters: ours.length,
      'copies of a letter': ours.length - told.size,
    },
    faults: {
      ...faults,
      'mails that never arrived': mails.length - arrived,
      'letters of no mail': told.size - arrived,
    },
  }
}
