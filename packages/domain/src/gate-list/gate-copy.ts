/** So long a copy of today's list may be read on a device after it was fetched (rule GATE-1). */
export const COPY_HOURS = 12

/** After so many wrong PINs in a row everything on the device is wiped (rule GATE-1). */
export const MOST_WRONG_PINS = 5

/** Nobody touches the page so long: it locks (rule GATE-1). */
export const LOCKS_AFTER_MINUTES = 5

const COPY_MS = COPY_HOURS * 3_600_000

/** A wall clock that a network corrects steps back by less than this. */
const STEP_BACK_MS = 2 * 60_000

/** What a device remembers of its copy. Milliseconds of the device's own clock. */
export type CopyTimes = {
  fetchedAt: number
  /** The latest wall time at which anybody looked at the copy. */
  latestAt: number
  /** How long pages stood open over it, by a clock that nobody can set. */
  openMs: number
}

/**
 * May the copy still be read? Gone when the wall clock or the time that pages stood open says 12 hours, and when the wall clock was
 * set back: whoever holds a lost telephone could else make the day last. A browser has no clock that counts while it is closed
 * and cannot be set; what the list says of people, the lock protects meanwhile.
 */
export function decideCopy(
  { fetchedAt, latestAt, openMs }: CopyTimes,
  now: number,
): 'readable' | 'too-old' | 'set-back' {
  if (now < latestAt - STEP_BACK_MS || now < fetchedAt - STEP_BACK_MS) return 'set-back'
  return now - fetchedAt >= COPY_MS || openMs >= COPY_MS ? 'too-old' : 'readable'
}
