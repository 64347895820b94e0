import type { OpenNow } from './who-is-open.ts'

/** A service that can take an area, as far as choosing between several goes. */
export type EmergencyCandidate = {
  serviceId: string
  name: string
  /** It has another area of this release already: it knows the person. */
  hasPart: boolean
  /** It is where the person's doses are taken. */
  isDosingPoint: boolean
  opening: OpenNow['kind']
  /** Somebody can sign in there. */
  isStaffed: boolean
}

/**
 * To which of the services that take this area does an emergency handoff go when nobody had chosen one (rule REL-6)?
 *
 * Whoever knows the person comes first, then where the doses are taken, then who is open now, then who can sign in to
 * acknowledge; the name decides last, so that the same facts give the same service. Null: nobody takes the area, and the
 * prison stays accountable. Our order, not a guideline: the screen says who was chosen and how to ring them.
 */
export function chooseEmergencyReceiver<C extends EmergencyCandidate>(candidates: readonly C[]): C | null {
  return (
    candidates.toSorted(
      (one, other) =>
        Number(other.hasPart) - Number(one.hasPart) ||
        Number(other.isDosingPoint) - Number(one.isDosingPoint) ||
        OPENNESS[other.opening] - OPENNESS[one.opening] ||
        Number(other.isStaffed) - Number(one.isStaffed) ||
        (one.name < other.name ? -1 : 1),
    )[0] ?? null
  )
}

const OPENNESS = { open: 2, 'hours-unknown': 1, closed: 0 } as const satisfies Record<OpenNow['kind'], number>
