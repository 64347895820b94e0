import type { Actor } from '@throughcare/db/actor'
import { findInbox as findInboxIn, type OtherEnd, type StoredInboxRow } from '@throughcare/db/handoff/inbox-repository'
import type { StopNotice } from '@throughcare/db/handoff/stop-notices'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import { HANDOFFS_PER_PAGE, type ListInboxInput } from '@throughcare/domain/handoff/list-handoffs-input'
import { type TeamMember, teamToday } from '../capacity/team-member.ts'
import { type KeptFilter, keptFilters } from '../saved-filter/kept-filters.ts'
import { type OfferedMove, offeredMoves } from './offered-moves.ts'
import { type ReleaseRow, type ShownClock, shownClock } from './shown-clock.ts'

/** One open handoff of the inbox. Instants are ISO 8601. */
export type InboxRow = Omit<StoredInboxRow, keyof ReleaseRow> & {
  clock: ShownClock
  /** Unanswered, or acknowledged and taken by no worker, past its deadline, by the clock. */
  isOverdue: boolean
  isMine: boolean
  /** What this reader may press now. */
  may: OfferedMove[]
  prisonTimeZone: string
}

export type Inbox = {
  tab: InboxTab
  counts: Record<InboxTab, number>
  rows: InboxRow[]
  /** Who died or was taken out of the country, of those with whom the service has something open: the newest first. */
  stopped: StopNotice[]
  /** Who sent anything that is open: what the list can be narrowed to. */
  senders: OtherEnd[]
  /** Who works on cases here, and who has room today. */
  team: TeamMember[]
  filters: KeptFilter[]
  may: { assign: boolean; keepFilters: boolean }
  page: number
  pages: number
  now: string
}

/**
 * What was handed to the actor's service and is not done: whoever has been out longest first. Every count is made by the
 * condition that lists its rows.
 */
export async function findInbox(actor: Actor, input: ListInboxInput): Promise<Inbox> {
  const { page, ...query } = input
  const read = { ...query, limit: HANDOFFS_PER_PAGE, offset: (page - 1) * HANDOFFS_PER_PAGE }
  const { inbox, now } = await findInboxIn(actor, read, 'handoff.inbox')
  return {
    tab: input.tab,
    counts: inbox.counts,
    rows: inbox.rows.map(({ releaseDate, releaseCertainty, releasedAt, seenOutsideAt, ...row }) => ({
      ...row,
      clock: shownClock(
        { releaseDate, releaseCertainty, releasedAt, seenOutsideAt, prisonTimeZone: row.prisonTimeZone },
        now,
      ),
      isOverdue: isPast(
        row.status === 'sent' ? row.dueAt : row.status === 'acknowledged' ? row.acceptDueAt : null,
        now,
      ),
      isMine: row.workerId === actor.accountId,
      // Every row of the inbox is open to the service; whether it was offered or taken changes nothing for these presses.
      may: offeredMoves(actor, {
        status: row.status,
        side: 'receiving',
        relation: row.status === 'sent' ? 'offered' : 'accepted',
      }),
    })),
    stopped: inbox.stopped,
    senders: inbox.senders,
    team: teamToday(actor, inbox.team, now),
    filters: keptFilters(actor, inbox.filters),
    may: {
      assign: mayEver(actor.role, actor.serviceKind, 'handoff.assign'),
      keepFilters: mayEver(actor.role, actor.serviceKind, 'saved-filter.keep'),
    },
    page,
    pages: Math.max(1, Math.ceil(inbox.counts[input.tab] / HANDOFFS_PER_PAGE)),
    now: now.toISOString(),
  }
}

function isPast(dueAt: string | null, now: Date): boolean {
  return dueAt !== null && new Date(dueAt) <= now
}
