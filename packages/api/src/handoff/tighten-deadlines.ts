import type { Deed } from '@throughcare/db/as-actor'
import { findWaitingHandoffs, recordTighterDeadline } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { deadlineOf } from './handover-deadline.ts'

/**
 * Release came nearer, or happened: what nobody has acknowledged is due sooner. Called in the transaction that moved the
 * date or stamped the release, after it was written. A deadline is never lengthened (definitions.md, Due).
 *
 * @returns the handoffs whose deadline came forward
 */
export async function tightenDeadlines(deed: Deed, episodeId: string): Promise<{ handoffIds: string[] }> {
  const waiting = await findWaitingHandoffs(deed, episodeId)
  const release = waiting.length > 0 ? await findHandoverBasis(deed, episodeId) : null
  if (!release) return { handoffIds: [] }
  const hours = await findOpeningHours(
    deed,
    waiting.map((handoff) => handoff.receivingServiceId),
  )
  const handoffIds: string[] = []
  for (const handoff of waiting) {
    const receiver = hours.get(handoff.receivingServiceId)
    if (!receiver) continue
    const { dueAt } = deadlineOf(release, handoff.kind, receiver, deed.now, handoff)
    if (await recordTighterDeadline(deed, handoff.id, dueAt)) handoffIds.push(handoff.id)
  }
  return { handoffIds }
}
