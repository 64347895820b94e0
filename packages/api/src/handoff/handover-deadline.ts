import type { HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import { getZone } from '@throughcare/domain/calendar/zone'
import { expectedReleaseAt } from '@throughcare/domain/checklist/due-at'
import { type Deadline, decideDeadline } from '@throughcare/domain/handoff/handoff-deadline'
import { decideHandoffKind } from '@throughcare/domain/handoff/handoff-kind'
import type { HandoffKind } from '@throughcare/domain/handoff/handoff-statuses'

type Release = Pick<HandoverBasis, 'releaseDate' | 'releasedAt' | 'timeZone'>

/** When the gate is expected to open; null while nobody knows a date. */
function expectedAt({ releaseDate, timeZone }: Release): Date | null {
  return releaseDate && expectedReleaseAt(releaseDate, getZone(timeZone))
}

/** Of which kind is a handoff of this release that is sent now? */
export function kindNow(release: Release, now: Date): HandoffKind {
  return decideHandoffKind({ expectedAt: expectedAt(release), releasedAt: release.releasedAt }, now)
}

/**
 * By when must a handoff of this release be acknowledged?
 *
 * @param sent what was sent already, whose deadline may only tighten; left out for a sending of now
 */
export function deadlineOf(
  release: Release,
  kind: HandoffKind,
  receiver: OpeningHours,
  now: Date,
  sent?: { sentAt: Date; dueAt: Date },
): Deadline {
  return decideDeadline({
    kind,
    now,
    receiver,
    sentAt: sent?.sentAt ?? now,
    expectedReleaseAt: expectedAt(release),
    releasedAt: release.releasedAt,
    previousDueAt: sent?.dueAt ?? null,
  })
}
