import type { Ring } from '@throughcare/domain/handoff/decide-ring'

/** Whether somebody has to ring now, as plain JSON: instants as ISO 8601 in UTC. */
export type ShownRing = {
  kind: Ring['kind']
  ringNow: boolean
  /** When they close, when the last open time before the deadline ends, or when they open next. Null: nobody knows. */
  at: string | null
  /** Whole minutes until the last open time ends. */
  minutesLeft: number | null
}

export function shownRing(ring: Ring): ShownRing {
  const at =
    ring.kind === 'open'
      ? ring.closesAt
      : ring.kind === 'last-open-time'
        ? ring.endsAt
        : ring.kind === 'hours-unknown'
          ? null
          : ring.opensAt
  return {
    kind: ring.kind,
    ringNow: ring.ringNow,
    at: at?.toISOString() ?? null,
    minutesLeft: ring.kind === 'last-open-time' ? ring.minutesLeft : null,
  }
}
