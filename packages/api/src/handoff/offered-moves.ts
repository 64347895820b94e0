import type { Actor } from '@throughcare/db/actor'
import type { RelationOrNone } from '@throughcare/domain/access/access-codes'
import { type Action, mayDo } from '@throughcare/domain/access/who-may'
import { type HandoffMove, movesFor } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffSide, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** The moves that have a procedure, and the action each one is. The rest of the table waits for what needs them. */
const ACTION_OF = {
  acknowledge: 'handoff.acknowledge',
  accept: 'handoff.accept',
  reject: 'handoff.reject',
  return: 'handoff.return',
  start: 'handoff.start',
  finish: 'handoff.finish',
  revoke: 'handoff.revoke',
  resend: 'handoff.resend',
  close: 'handoff.close',
} as const satisfies Partial<Record<HandoffMove, Action>>

/** A move that a page can offer as a button. */
export type OfferedMove = keyof typeof ACTION_OF

/** What this reader may press on a handoff that stands so: the table of moves, as far as the role goes. */
export function offeredMoves(
  actor: Actor,
  handoff: { status: HandoffStatus; side: HandoffSide; relation: RelationOrNone },
): OfferedMove[] {
  return movesFor(handoff.status, handoff.side)
    .filter((move): move is OfferedMove => move in ACTION_OF)
    .filter((move) => mayDo(actor.role, ACTION_OF[move], handoff.relation, actor.serviceKind as ServiceKind))
    .filter((move) => move !== 'accept' || takesItself(actor))
}

/** "I take it" is a caseworker's press. A manager names somebody, which is another form. */
function takesItself(actor: Actor): boolean {
  return actor.role === 'caseworker'
}
