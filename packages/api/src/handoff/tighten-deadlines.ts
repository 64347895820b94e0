import type { Deed } from '@throughcare/db/as-actor'
import { findWaitingHandoffs, recordTighterDeadline } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { nobodyThere } from '@throughcare/domain/escalation/decide-at-press'
import { decideRing } from '@throughcare/domain/handoff/decide-ring'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'
import { escalateAtPress } from '../escalation/escalate-at-press.ts'
import { deadlineOf, kindNow } from './handover-deadline.ts'

/**
 * Release came nearer, or happened: what nobody has acknowledged is due sooner, and the receiver is told; where nobody there can
 * answer in time any more it goes on at once. Called in the
 * transaction that moved the date or stamped the release, after it was written. A deadline is never lengthened
 * (definitions.md, Due).
 *
 * @returns the handoffs whose deadline came forward
 */
export async function tightenDeadlines(deed: Deed, episodeId: string): Promise<{ handoffIds: string[] }> {
  const waiting = await findWaitingHandoffs(deed, episodeId)
  const release = waiting.length > 0 ? await findHandoverBasis(deed, episodeId) : null
  if (!release) return { handoffIds: [] }
  const asked = new Set(waiting.map((handoff) => handoff.receivingServiceId))
  const services = (await findReceiverServices(deed)).filter(({ id }) => asked.has(id))
  const hours = await findOpeningHours(deed, [...asked])
  const ruleOf = await findDeadlineRules(deed, services)
  const handoffIds: string[] = []
  for (const handoff of waiting) {
    const service = services.find(({ id }) => id === handoff.receivingServiceId)
    const receiver = hours.get(handoff.receivingServiceId)
    if (!receiver || !service) continue
    const { dueAt } = deadlineOf(release, handoff.kind, receiver, deed.now, ruleOf(service).body, handoff)
    if (!(await recordTighterDeadline(deed, handoff.id, dueAt))) continue
    handoffIds.push(handoff.id)
    await recordNotice(deed, {
      kind: 'handoff-moved-nearer',
      serviceId: handoff.receivingServiceId,
      audience: 'workers',
      episodeId,
      handoffId: handoff.id,
      urgency: release.releasedAt === null ? 'ordinary' : 'emergency',
      dedupeKey: `nearer:${handoff.id}:${dueAt.getTime()}`,
    })
    const nobody = nobodyThere({
      kind: kindNow(release, deed.now),
      ring: decideRing(receiver, dueAt, deed.now).kind,
      hasWorkers: service.activeMembers > 0,
      mailboxBounces: await hasBouncingMailbox(deed, service.id),
    })
    if (nobody) await escalateAtPress(deed, handoff.id, nobody)
  }
  return { handoffIds }
}
