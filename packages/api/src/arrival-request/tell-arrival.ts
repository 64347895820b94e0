import type { Deed } from '@throughcare/db/as-actor'
import { type Notice, recordNotice } from '@throughcare/db/notice/record-notice'

/** Of whom an ask is no notice may say, nor of which case: until the answer it is about none. */
function notice(kind: Notice['kind'], serviceId: string, audience: Notice['audience'], dedupeKey: string): Notice {
  return { kind, serviceId, audience, episodeId: null, handoffId: null, urgency: 'emergency', dedupeKey }
}

/** Somebody stands at a desk: the prison's duty desk and everybody who can answer are told at once. */
export async function tellAsked(deed: Deed, prisonServiceId: string, arrivalRequestId: string): Promise<void> {
  for (const audience of ['duty', 'workers'] as const)
    await recordNotice(deed, notice('arrival-asked', prisonServiceId, audience, arrivalRequestId))
}

/** There is an answer: whoever asked is told, and their colleagues, because somebody else may have the desk by now. */
export async function tellAnswered(
  deed: Deed,
  asking: { serviceId: string; accountId: string },
  arrivalRequestId: string,
): Promise<void> {
  await recordNotice(
    deed,
    notice('arrival-answered', asking.serviceId, { accountId: asking.accountId }, arrivalRequestId),
  )
  await recordNotice(deed, notice('arrival-answered', asking.serviceId, 'workers', arrivalRequestId))
}

/** Nobody answered in time: the managers of this side are told. */
export async function tellLate(deed: Deed, serviceId: string, arrivalRequestId: string): Promise<void> {
  await recordNotice(deed, notice('arrival-late', serviceId, 'managers', arrivalRequestId))
}
