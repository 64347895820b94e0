import type { Actor } from '@throughcare/db/actor'
import type { OtherEnd } from '@throughcare/db/handoff/inbox-repository'
import { findSent as findSentIn, type StoredSentCase } from '@throughcare/db/handoff/sent-repository'
import type { StopNotice } from '@throughcare/db/handoff/stop-notices'
import { HANDOFFS_PER_PAGE, type ListSentInput } from '@throughcare/domain/handoff/list-handoffs-input'
import type { SentTab } from '@throughcare/domain/handoff/sent-tabs'
import { type KeptFilter, keptFilters } from '../saved-filter/kept-filters.ts'
import { type ReleaseRow, type ShownClock, shownClock } from './shown-clock.ts'

/** One case with what was sent of it. Instants are ISO 8601. */
export type SentCase = Omit<StoredSentCase, keyof ReleaseRow | 'handoffs'> & {
  clock: ShownClock
  prisonTimeZone: string
  handoffs: (StoredSentCase['handoffs'][number] & { isOverdue: boolean })[]
}

export type Sent = {
  tab: SentTab
  counts: Record<SentTab, number>
  rows: SentCase[]
  /** Who died or was taken out of the country, of those of whom something sent is open: the newest first. */
  stopped: StopNotice[]
  /** To whom anything went: what the list can be narrowed to. */
  receivers: OtherEnd[]
  filters: KeptFilter[]
  page: number
  pages: number
  now: string
}

/** What the actor's service sent, case by case with a state per area: whoever has been out longest first. */
export async function findSent(actor: Actor, input: ListSentInput): Promise<Sent> {
  const { page, ...query } = input
  const read = { ...query, limit: HANDOFFS_PER_PAGE, offset: (page - 1) * HANDOFFS_PER_PAGE }
  const { sent, now } = await findSentIn(actor, read, 'handoff.sent')
  return {
    tab: input.tab,
    counts: sent.counts,
    rows: sent.rows.map(({ releaseDate, releaseCertainty, releasedAt, seenOutsideAt, handoffs, ...row }) => ({
      ...row,
      clock: shownClock(
        { releaseDate, releaseCertainty, releasedAt, seenOutsideAt, prisonTimeZone: row.prisonTimeZone },
        now,
      ),
      handoffs: handoffs.map((handoff) => ({
        ...handoff,
        isOverdue: handoff.status === 'sent' && new Date(handoff.dueAt) <= now,
      })),
    })),
    stopped: sent.stopped,
    receivers: sent.receivers,
    filters: keptFilters(actor, sent.filters),
    page,
    pages: Math.max(1, Math.ceil(sent.counts[input.tab] / HANDOFFS_PER_PAGE)),
    now: now.toISOString(),
  }
}
