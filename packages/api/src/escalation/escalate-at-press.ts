import { asSystemWithin, type Deed } from '@throughcare/db/as-actor'
import { findSilentHandoff, recordStep } from '@throughcare/db/escalation/escalation-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import type { NobodyThereReason } from '@throughcare/domain/escalation/decide-at-press'
import { AppError } from '../app-error.ts'
import { ringDuty } from './ring-duty.ts'
import { tellOfStep } from './tell-of-step.ts'
import { type TimedOut, timeOutHandoff } from './time-out-handoff.ts'

/** What a press of send set off because nobody there can answer in time. */
export type EscalatedAtPress = {
  because: NobodyThereReason
  /** Who has it now: its fallback, its duty contact who is rung, or the sender who rings. */
  to: 'fallback' | 'duty' | 'sender'
  /** The fallback and its handoff. */
  fallback: { handoffId: string; name: string } | null
}

/**
 * Nobody at the receiver can answer in time: what the clock would do hours later is done at the press (rule ESC-5, case F12). A
 * place that is only closed and has a duty contact is rung; otherwise the fallback takes over, if one agreed. The sender
 * reads it in the answer to the press.
 */
export function escalateAtPress(deed: Deed, handoffId: string, because: NobodyThereReason): Promise<EscalatedAtPress> {
  const { now, actor } = deed
  return asSystemWithin(deed, actor.serviceId, async (itself) => {
    const handoff = await findHandoff(itself, handoffId)
    const silent = await findSilentHandoff(itself, handoffId)
    if (!handoff || !silent) throw new AppError('changed-meanwhile')
    const { receivingServiceId } = handoff
    await recordStep(itself, {
      handoff,
      because,
      step: 'nobody-there',
      plannedAt: now,
      toldServiceIds: [actor.serviceId, receivingServiceId],
    })
    await tellOfStep(itself, 'nobody-there', handoff, [{ serviceId: receivingServiceId, audience: 'managers' }])
    const canBeRung = because === 'closed' && silent.hasDutyContact
    const passed: TimedOut | null =
      canBeRung || !silent.agreement ? null : await timeOutHandoff(itself, handoff, now, 'fallback-only')
    if (passed?.to === 'fallback')
      return { because, to: 'fallback', fallback: { handoffId: passed.handoffId, name: passed.name } }
    await ringDuty(itself, handoff, now, because)
    return { because, to: silent.hasDutyContact ? 'duty' : 'sender', fallback: null }
  })
}
