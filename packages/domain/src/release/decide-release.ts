import type { PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn, type Zone } from '../calendar/zone.ts'

export type ReleaseDecision =
  /** The day, in the prison's calendar, on which custody ended. */
  | { ok: true; releaseDay: PlainDate }
  | {
      ok: false
      refusal: 'release.already-recorded' | 'release.in-the-future' | 'release.before-admission'
    }

/**
 * May a release be stamped with this time? Released at, learned at and recorded at are three instants: the first two
 * are told by people and may lie back, none may lie ahead (rule REL-1).
 */
export function decideRelease(
  episode: { admittedOn: PlainDate; releasedAt: Date | null; zone: Zone },
  stated: { releasedAt: Date; learnedAt: Date },
  now: Date,
): ReleaseDecision {
  if (episode.releasedAt !== null) return { ok: false, refusal: 'release.already-recorded' }
  if (stated.releasedAt > now || stated.learnedAt > now) return { ok: false, refusal: 'release.in-the-future' }
  const releaseDay = plainDateIn(stated.releasedAt, episode.zone)
  return releaseDay < episode.admittedOn ? { ok: false, refusal: 'release.before-admission' } : { ok: true, releaseDay }
}
