import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findWaitingObjections, type WaitingObjection } from '@throughcare/db/objection/objection-repository'
import { isObjectionOverdue } from '@throughcare/domain/objection/objection-due'
import type { OpenObjectionsInput } from '@throughcare/domain/objection/objection-inputs'

export type OpenObjections = { objections: (WaitingObjection & { isOverdue: boolean })[]; overdue: number }

/** More than that do not wait at one service; the first due come first. */
const AT_MOST = 200

/** Objections that wait for a clinician, in cases of the actor's service: those past their day first. */
export function openObjections(actor: Actor, _input: OpenObjectionsInput): Promise<OpenObjections> {
  return asActor(actor, async (deed) => {
    const waiting = await findWaitingObjections(deed, AT_MOST)
    const objections = waiting.map((one) => ({
      ...one,
      isOverdue: isObjectionOverdue({ dueAt: new Date(one.dueAt), decision: null }, deed.now),
    }))
    await recordAudit(deed, {
      action: 'objection.open',
      episodeIds: [...new Set(waiting.map(({ episodeId }) => episodeId))],
      personIds: [...new Set(waiting.map(({ personId }) => personId))],
    })
    return { objections, overdue: objections.filter(({ isOverdue }) => isOverdue).length }
  })
}
