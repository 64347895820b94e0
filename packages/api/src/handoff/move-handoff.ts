import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findHandoff,
  findHandoffAndRelation,
  type Handoff,
  recordMove,
} from '@throughcare/db/handoff/handoff-repository'
import { type Action, mayDo } from '@throughcare/domain/access/who-may'
import { accountableService } from '@throughcare/domain/handoff/accountable'
import { decideMove, HANDOFF_MOVES, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffOutcome } from '@throughcare/domain/handoff/handoff-outcomes'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'
import { handoffChangedMeanwhile } from './changed-meanwhile.ts'
import { tellMove } from './tell-move.ts'

/** The press: which handoff, the version that was on the screen, and its own id. */
export type Press = { handoffId: string; seenVersion: number; requestId: string }

/** What some moves say beside themselves. */
export type MoveDetails = { reason?: string; workerId?: string; outcome?: HandoffOutcome; acceptDueAt?: Date }

/** What a move answers: the handoff as it stands now. */
export type Moved = { handoffId: string; version: number; status: HandoffStatus }

/**
 * The handoff as it stands, if the actor may make this move on it and saw it as it is.
 *
 * A stale page is told first: what changed since is the better answer to whoever may read it.
 *
 * @throws AppError `not-found` | `changed-meanwhile` | `not-allowed` | `refused` with `handoff.not-from-here` or
 *   `handoff.reason-missing`
 */
export async function getHandoffToMove(
  deed: Deed<Actor>,
  action: Action,
  move: HandoffMove | ((standing: Handoff) => HandoffMove),
  press: Press,
  reason: string | null = null,
): Promise<Handoff> {
  const { actor } = deed
  const found = await findHandoffAndRelation(deed, press.handoffId)
  if (!found) throw new AppError('not-found')
  const { handoff, relation } = found
  if (handoff.version !== press.seenVersion)
    throw await handoffChangedMeanwhile(deed, press.handoffId, press.seenVersion)

  const decision = decideMove(handoff.status, typeof move === 'function' ? move(handoff) : move, handoff.side, reason)
  if (!decision.ok && decision.refusal === 'handoff.wrong-side') throw new AppError('not-allowed')
  if (!decision.ok) throw refused(decision.refusal, { status: handoff.status })
  if (!mayDo(actor.role, action, relation, actor.serviceKind as ServiceKind)) {
    // Somebody may have moved it between the two readings, and with it the part: then that is the answer.
    const again = await findHandoff(deed, press.handoffId)
    if (again?.version !== handoff.version)
      throw await handoffChangedMeanwhile(deed, press.handoffId, press.seenVersion)
    throw new AppError('not-allowed')
  }
  return handoff
}

/**
 * One move of a handoff, with its history and its audit entry, in the deed's transaction. The UPDATE repeats what
 * {@link getHandoffToMove} asked: when somebody was faster in between, it writes nothing and this refuses.
 *
 * @throws AppError `changed-meanwhile` and what getHandoffToMove throws
 */
export async function moveHandoff(
  deed: Deed<Actor>,
  action: Action,
  move: HandoffMove,
  press: Press,
  details: MoveDetails = {},
): Promise<Moved> {
  const handoff = await getHandoffToMove(deed, action, move, press, details.reason ?? null)
  return writeMove(deed, action, move, handoff, press, details)
}

/** The writing half of {@link moveHandoff}, for a handoff that was just read: the system actor's moves are written by it too. */
export async function writeMove(
  deed: Deed,
  action: string,
  move: HandoffMove,
  handoff: Handoff,
  press: Press,
  details: MoveDetails = {},
): Promise<Moved> {
  const { from, to } = HANDOFF_MOVES[move]
  const recorded = recordMove(deed, {
    handoff,
    move,
    seenVersion: press.seenVersion,
    from,
    to,
    accountableServiceId: accountableService({ ...handoff, status: to, isFallbackSuccessor: false }),
    // Accepting what is only sent says both: the service has it, and so does somebody there.
    acknowledges: move === 'acknowledge' || (move === 'accept' && handoff.status === 'sent'),
    ...details,
    requestId: press.requestId,
  })
  tellMove(deed, move, handoff)
  await recordAudit(deed, {
    action,
    episodeIds: [handoff.episodeId],
    personIds: [handoff.personId],
    fields: ['status', ...(details.workerId ? ['worker'] : []), ...(details.outcome ? ['outcome'] : [])],
    requestId: press.requestId,
  })
  // Told and written down in the same flush: when somebody was faster, nothing of it is kept.
  if (!(await recorded)) throw await handoffChangedMeanwhile(deed, press.handoffId, press.seenVersion)
  return { handoffId: handoff.id, version: press.seenVersion + 1, status: to }
}
