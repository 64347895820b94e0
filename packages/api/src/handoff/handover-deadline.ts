import type { HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import { getZone } from '@throughcare/domain/calendar/zone'
import { expectedReleaseAt } from '@throughcare/domain/checklist/due-at'
import type { DeadlineBody } from '@throughcare/domain/deadline-rule/deadline-body'
import { isNearRelease } from '@throughcare/domain/escalation/near-release'
import { type Deadline, decideAcceptDeadline, decideDeadline } from '@throughcare/domain/handoff/handoff-deadline'
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
 * @param allowed how long the receiver has by its kind: the rule that holds there
 * @param sent what was sent already, whose deadline may only tighten; left out for a sending of now
 */
export function deadlineOf(
  release: Release,
  kind: HandoffKind,
  receiver: OpeningHours,
  now: Date,
  allowed: DeadlineBody,
  sent?: { sentAt: Date; dueAt: Date },
): Deadline {
  return decideDeadline({
    kind,
    now,
    allowed,
    receiver,
    sentAt: sent?.sentAt ?? now,
    expectedReleaseAt: expectedAt(release),
    releasedAt: release.releasedAt,
    previousDueAt: sent?.dueAt ?? null,
  })
}

/** By when must somebody there have taken what the receiver acknowledges now? */
export function acceptDeadlineOf(release: Release, receiver: OpeningHours, now: Date, allowed: DeadlineBody): Date {
  return decideAcceptDeadline({
    now,
    allowed,
    receiver,
    expectedReleaseAt: expectedAt(release),
    releasedAt: release.releasedAt,
  })
}

/** Is this within 48 hours before or after the release (rule ESC-6)? */
export function isReleaseNear(release: Release, now: Date): boolean {
  return isNearRelease({ expectedAt: expectedAt(release), releasedAt: release.releasedAt }, now)
}
