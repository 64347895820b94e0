import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sweepLooks } from '@throughcare/db/break-glass/break-glass-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { sweepCircles } from '@throughcare/db/restriction/restriction-repository'

/**
 * Part of the worker's job `follow-deadlines`: takes away what an hour opened, tells the managers of the area of looks that nobody
 * reviewed in time, once each, and sees to it that every service in a restricted case has somebody who can open it.
 *
 * @returns how many looks were passed on.
 */
export function sweepBreakGlass(): Promise<number> {
  return asActor(SYSTEM_OF_NO_SERVICE, async (deed) => {
    const late = await sweepLooks(deed)
    for (const { breakGlassId, serviceId } of late)
      await recordNotice(deed, {
        kind: 'break-glass-unreviewed',
        serviceId,
        audience: 'managers',
        episodeId: null,
        handoffId: null,
        urgency: 'ordinary',
        dedupeKey: breakGlassId,
      })
    const admitted = await sweepCircles(deed)
    if (late.length > 0 || admitted > 0) await recordAudit(deed, { action: 'break-glass.sweep' })
    return late.length
  })
}
