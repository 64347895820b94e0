import { SHORT_NOTICE_HOURS } from '../handoff/handoff-kind.ts'

/**
 * Is this instant within 48 hours before or after release (definitions.md, Rejected; rule ESC-6)? Once the person is out,
 * the instant of release counts and not the day that was planned. Without any date it is not known to be near.
 */
export function isNearRelease(release: { expectedAt: Date | null; releasedAt: Date | null }, now: Date): boolean {
  const at = release.releasedAt ?? release.expectedAt
  return at !== null && Math.abs(now.getTime() - at.getTime()) <= SHORT_NOTICE_HOURS * 3_600_000
}
