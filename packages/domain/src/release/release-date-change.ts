import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { FIRST_HOURS } from './hours-since-release.ts'
import type { Certainty } from './release-codes.ts'

/** A release date as it stands in the record. */
export type PlannedRelease = { releaseDate: PlainDate | null; certainty: Certainty }

/** What a change of the date means to the people who plan. Shown in this order: sooner comes first. */
export const RELEASE_DATE_EFFECTS = [
  'leaves-sooner',
  'leaves-today',
  'leaves-within-48-hours',
  'leaves-later',
  'date-set',
  'date-removed',
  'became-certain',
  'became-less-certain',
] as const
export type ReleaseDateEffect = (typeof RELEASE_DATE_EFFECTS)[number]

export type ReleaseDateChange =
  | { kind: 'same' }
  /** `daysMoved` is negative when the person leaves sooner; null when a date was set or removed. */
  | { kind: 'changed'; effects: ReleaseDateEffect[]; daysMoved: number | null }

export type ReleaseDateDecision =
  | { ok: true; change: ReleaseDateChange }
  | { ok: false; refusal: 'release.already-recorded' | 'release.before-admission' | 'release.confirmed-without-date' }

/**
 * May the date be changed so, and what does it mean (rule REL-4)? A date after a recorded release, before admission,
 * or confirmed without a day is refused. The same date again is "same" and writes nothing.
 */
export function decideReleaseDateChange(
  episode: PlannedRelease & { admittedOn: PlainDate; releasedAt: Date | null },
  next: PlannedRelease,
  today: PlainDate,
): ReleaseDateDecision {
  if (episode.releasedAt !== null) return { ok: false, refusal: 'release.already-recorded' }
  if (next.releaseDate !== null && next.releaseDate < episode.admittedOn)
    return { ok: false, refusal: 'release.before-admission' }
  if (next.releaseDate === null && next.certainty === 'confirmed')
    return { ok: false, refusal: 'release.confirmed-without-date' }
  return { ok: true, change: describeReleaseDateChange(episode, next, today) }
}

/** What happened between two states of a release date, in codes for the plan, the board and the import's preview. */
export function describeReleaseDateChange(
  before: PlannedRelease,
  after: PlannedRelease,
  today: PlainDate,
): ReleaseDateChange {
  if (before.releaseDate === after.releaseDate && before.certainty === after.certainty) return { kind: 'same' }

  const daysMoved = before.releaseDate && after.releaseDate ? daysBetween(before.releaseDate, after.releaseDate) : null
  const isMoved = before.releaseDate !== after.releaseDate
  const daysAhead = after.releaseDate && isMoved ? daysBetween(today, after.releaseDate) : null
  const surer = SURENESS[after.certainty] - SURENESS[before.certainty]
  const holds: Record<ReleaseDateEffect, boolean> = {
    'leaves-sooner': daysMoved !== null && daysMoved < 0,
    'leaves-today': daysAhead === 0,
    'leaves-within-48-hours': daysAhead !== null && daysAhead > 0 && daysAhead <= FIRST_HOURS / 24,
    'leaves-later': daysMoved !== null && daysMoved > 0,
    'date-set': before.releaseDate === null && after.releaseDate !== null,
    'date-removed': before.releaseDate !== null && after.releaseDate === null,
    'became-certain': surer > 0 && after.certainty === 'confirmed',
    'became-less-certain': surer < 0,
  }
  return { kind: 'changed', effects: RELEASE_DATE_EFFECTS.filter((effect) => holds[effect]), daysMoved }
}

const SURENESS = { 'could-be-any-day': 0, expected: 1, confirmed: 2 } as const satisfies Record<Certainty, number>
