import type { Deed } from '@throughcare/db/as-actor'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import { type Notice, recordNotice } from '@throughcare/db/notice/record-notice'
import type { EscalationStep } from '@throughcare/domain/escalation/escalation-steps'
import { NOTICE_RULES, type NoticeKind } from '@throughcare/domain/notice/notice-kinds'

/** Whom a step tells: people of one service. */
export type Told = Pick<Notice, 'serviceId' | 'audience'>

/** As what each step is told. */
const KIND_OF = {
  'half-time': 'handoff-half-time',
  'ring-duty': 'handoff-ring-duty',
  'to-fallback': 'handoff-timed-out',
  'stays-with-sender': 'handoff-timed-out',
  'managers-told': 'handoff-deadline-managers',
  'accept-late': 'handoff-accept-late',
  'nobody-there': 'handoff-ring-duty',
  'rejected-near-release': 'handoff-fallback-warned',
  'taken-from-worker': 'handoff-unassigned',
} as const satisfies Record<EscalationStep, NoticeKind>

/**
 * Tells people of a step, in the transaction in which it is taken. The same step of the same handoff is told once to each.
 *
 * @param about the handoff that is opened from the notice: the successor, for whoever has that one
 */
export async function tellOfStep(
  deed: Deed,
  step: EscalationStep,
  about: Pick<Handoff, 'id' | 'episodeId' | 'kind'>,
  told: readonly Told[],
): Promise<void> {
  const kind = KIND_OF[step]
  for (const { serviceId, audience } of told)
    await recordNotice(deed, {
      kind,
      serviceId,
      audience,
      episodeId: about.episodeId,
      handoffId: about.id,
      urgency: about.kind === 'emergency' ? 'emergency' : NOTICE_RULES[kind].urgency,
      dedupeKey: `${step}:${about.id}${step === 'taken-from-worker' ? `:${deed.now.getTime()}` : ''}`,
    })
}
