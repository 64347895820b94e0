import type { Actor } from '@throughcare/db/actor'
import { findHandoffView, type HandoffView } from '@throughcare/db/handoff/handoff-view'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { HandoffByIdInput } from '@throughcare/domain/handoff/list-handoffs-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { type OfferedMove, offeredMoves } from './offered-moves.ts'

/** A handoff for the page of either end. Instants are ISO 8601. */
export type ShownHandoff = HandoffView & {
  isOverdue: boolean
  isMine: boolean
  /** What this reader may press now. */
  may: OfferedMove[]
  now: string
}

/**
 * One handoff with its history, for either end of it. After it was revoked, rejected or closed the receiving side keeps the
 * envelope: what, when and who, but not the case.
 *
 * @throws AppError `not-found`, alike for somebody else's handoff and for an id that never existed · `not-allowed` when the
 *   role may not read handoffs with the part that the service has
 */
export async function getHandoff(actor: Actor, input: HandoffByIdInput): Promise<ShownHandoff> {
  const { found, now } = await findHandoffView(actor, input.handoffId, 'handoff.by-id')
  if (!found) throw new AppError('not-found')
  // Whoever holds an end and has no living part any more has the envelope.
  if (!mayDo(actor.role, 'handoff.by-id', found.relation ?? 'ended', actor.serviceKind as ServiceKind))
    throw new AppError('not-allowed')
  return {
    ...found,
    isOverdue: found.status === 'sent' && new Date(found.dueAt) <= now,
    isMine: found.workerId === actor.accountId,
    may: offeredMoves(actor, { ...found, relation: found.relation ?? 'none' }).filter(
      (move) => move !== 'resend' || found.resentAsId === null,
    ),
    now: now.toISOString(),
  }
}
