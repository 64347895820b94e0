import type { HandoffKind } from './handoff-statuses.ts'

/** Within so many hours of release a handoff is sent on short notice: our default, not a guideline. */
export const SHORT_NOTICE_HOURS = 48

/**
 * Of which kind is a handoff that is sent now? Once the person is out it is an emergency; within 48 hours before the
 * expected release it is short notice; everything else is planned, also while nobody knows a date.
 */
export function decideHandoffKind(
  release: { expectedAt: Date | null; releasedAt: Date | null },
  now: Date,
): HandoffKind {
  if (release.releasedAt !== null) return 'emergency'
  if (release.expectedAt === null) return 'planned'
  const hoursLeft = (release.expectedAt.getTime() - now.getTime()) / 3_600_000
  return hoursLeft <= SHORT_NOTICE_HOURS ? 'short-notice' : 'planned'
}
