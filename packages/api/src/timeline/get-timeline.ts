import type { Actor } from '@throughcare/db/actor'
import {
  findTimeline,
  type StoredTimeline,
  type StoredTimelineEntry,
} from '@throughcare/db/timeline/timeline-repository'
import { getZone, startOfDay } from '@throughcare/domain/calendar/zone'
import { TIMELINE_KINDS, type TimelineLane } from '@throughcare/domain/timeline/timeline-lanes'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'

/** One entry, in the lane that it is drawn in, at the instant that it is drawn at. */
export type TimelineEntry = StoredTimelineEntry & { lane: TimelineLane; drawnAt: string }

/** A case in the order in which it happened. Instants are ISO texts. */
export type Timeline = Omit<StoredTimeline, 'entries' | 'relation' | 'categories' | 'writes' | 'personId'> & {
  entries: TimelineEntry[]
  now: string
}

/**
 * Custody, doses, items, handoffs, contacts and outcomes of a case, as far as they are open to the reader.
 * @throws AppError `not-found` | `not-allowed`
 */
export async function getTimeline(actor: Actor, episodeId: string): Promise<Timeline> {
  const { found, now } = await findTimeline(actor, episodeId, 'timeline.by-episode')
  if (!found) throw new AppError('not-found')
  if (!mayOn(actor, 'timeline.by-episode', found)) throw new AppError('not-allowed')
  const { relation, categories, writes, personId, entries, ...about } = found
  const zone = getZone(found.timeZone)
  return {
    ...about,
    entries: entries.map((entry) => ({
      ...entry,
      lane: TIMELINE_KINDS[entry.kind],
      // What has a day and no time of day is drawn where that day begins.
      drawnAt: entry.at ?? startOfDay(entry.day ?? found.admittedOn, zone).toISOString(),
    })),
    now: now.toISOString(),
  }
}
