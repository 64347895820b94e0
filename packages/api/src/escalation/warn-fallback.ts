import type { Deed } from '@throughcare/db/as-actor'
import { findFallbackOf, recordStep } from '@throughcare/db/escalation/escalation-repository'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { isReleaseNear } from '../handoff/handover-deadline.ts'

/** When a handoff is turned down, what is known of the release: asked before the move, which ends the receiver's part. */
export async function isRejectionNear(deed: Deed, handoff: Handoff): Promise<boolean> {
  const release = await findHandoverBasis(deed, handoff.episodeId, 'whoever-was-asked')
  return release !== null && isReleaseNear(release, deed.now)
}

/**
 * A handoff was turned down within 48 hours of release (rule ESC-6): the sender is accountable at once, and the fallback of whoever
 * said no is warned in the same transaction. It has no part in the case and is told of none.
 */
export async function warnFallback(deed: Deed, handoff: Handoff): Promise<void> {
  const fallback = await findFallbackOf(deed, handoff.receivingServiceId)
  const isOther = fallback !== null && fallback !== handoff.sendingServiceId
  await recordStep(deed, {
    handoff,
    step: 'rejected-near-release',
    because: isOther ? null : 'no-agreement',
    plannedAt: deed.now,
    toldServiceIds: [handoff.sendingServiceId, ...(isOther ? [fallback] : [])],
  })
  if (!isOther) return
  for (const audience of ['workers', 'duty'] as const)
    await recordNotice(deed, {
      kind: 'handoff-fallback-warned',
      serviceId: fallback,
      audience,
      episodeId: null,
      handoffId: null,
      urgency: 'emergency',
      dedupeKey: `fallback-warned:${handoff.id}:${handoff.version}`,
    })
}
