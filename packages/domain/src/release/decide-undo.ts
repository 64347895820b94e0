export type UndoDecision =
  | { ok: true }
  | { ok: false; refusal: 'release.not-recorded' | 'release.seen-outside' | 'release.admitted-again' }

/**
 * May a recorded release be taken back (rule REL-7)? Only a press can be: one that the record holds and nobody took back
 * yet. Once somebody outside has met or dosed the person, or a prison has admitted them again, the release has happened:
 * what is wrong with it is corrected, not undone.
 */
export function decideUndo(release: {
  releasedAt: Date | null
  /** Whether the press itself is kept: releases that came with other records have none. */
  isOnRecord: boolean
  /** Whether a service outside had the person, or gave a dose, after the release. */
  isSeenOutside: boolean
  /** Whether a later custody episode of the person has begun. */
  isAdmittedAgain: boolean
}): UndoDecision {
  if (release.releasedAt === null || !release.isOnRecord) return { ok: false, refusal: 'release.not-recorded' }
  if (release.isAdmittedAgain) return { ok: false, refusal: 'release.admitted-again' }
  return release.isSeenOutside ? { ok: false, refusal: 'release.seen-outside' } : { ok: true }
}
