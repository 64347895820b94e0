import type { Actor } from '@throughcare/db/actor'
import { findHandoffView, type HandoffView } from '@throughcare/db/handoff/handoff-view'
import { type Action, mayDo } from '@throughcare/domain/access/who-may'
import { type HandoffMove, movesFor } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffByIdInput } from '@throughcare/domain/handoff/list-handoffs-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'

/** A handoff for the page of either end. Instants are ISO 8601. */
export type ShownHandoff = HandoffView & {
  isOverdue: boolean
  isMine: boolean
  /** What this reader may press now. */
  may: HandoffMove[]
  now: string
}

/** The moves that have a procedure, and the action each one is. The rest of the table comes with the issues that need them. */
const ACTION_OF = {
  acknowledge: 'handoff.acknowledge',
  accept: 'handoff.accept',
  reject: 'handoff.reject',
  finish: 'handoff.finish',
  revoke: 'handoff.revoke',
  resend: 'handoff.resend',
  close: 'handoff.close',
} as const satisfies Partial<Record<HandoffMove, Action>>

/**
 * One handoff with its history, for either end of it. After it was revoked, rejected or closed the receiving side keeps the
 * envelope: what, when and who, but not the case.
 *
 * @throws AppError `not-found`, alike for somebody else's handoff and for an id that never existed
 */
export async function getHandoff(actor: Actor, input: HandoffByIdInput): Promise<ShownHandoff> {
  const { found, now } = await findHandoffView(actor, input.handoffId, 'handoff.by-id')
  if (!found) throw new AppError('not-found')
  const relation = found.relation ?? 'none'
  const may = movesFor(found.status, found.side).filter(
    (move): move is keyof typeof ACTION_OF =>
      move in ACTION_OF &&
      mayDo(actor.role, ACTION_OF[move as keyof typeof ACTION_OF], relation, actor.serviceKind as ServiceKind),
  )
  return {
    ...found,
    isOverdue: found.status === 'sent' && new Date(found.dueAt) <= now,
    isMine: found.workerId === actor.accountId,
    may,
    now: now.toISOString(),
  }
}
