import type { Deed } from '@throughcare/db/as-actor'
import { recordAcceptDeadline } from '@throughcare/db/escalation/escalation-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'
import { acceptDeadlineOf } from '../handoff/handover-deadline.ts'

/**
 * The service has it, and nobody of it by name: by when must somebody have taken it (rule DUE-3)? Called in the transaction that
 * acknowledged the handoff, or took it from a worker who is there no more.
 */
export async function setAcceptDeadline(deed: Deed, handoffId: string): Promise<void> {
  const handoff = await findHandoff(deed, handoffId)
  if (handoff?.status !== 'acknowledged') return
  const release = await findHandoverBasis(deed, handoff.episodeId)
  const service = await findService(deed, handoff.receivingServiceId)
  const hours = (await findOpeningHours(deed, [handoff.receivingServiceId])).get(handoff.receivingServiceId)
  if (!release || !service || !hours) return
  const ruleOf = await findDeadlineRules(deed, [service])
  await recordAcceptDeadline(deed, handoffId, acceptDeadlineOf(release, hours, deed.now, ruleOf(service).body))
}
