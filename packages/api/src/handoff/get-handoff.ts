import type { Actor } from '@throughcare/db/actor'
import { findHandoffView, type HandoffView } from '@throughcare/db/handoff/handoff-view'
import type { HandoffByIdInput } from '@throughcare/domain/handoff/list-handoffs-input'
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
 * @throws AppError `not-found`, alike for somebody else's handoff and for an id that never existed
 */
export async function getHandoff(actor: Actor, input: HandoffByIdInput): Promise<ShownHandoff> {
  const { found, now } = await findHandoffView(actor, input.handoffId, 'handoff.by-id')
  if (!found) throw new AppError('not-found')
  return {
    ...found,
    isOverdue: found.status === 'sent' && new Date(found.dueAt) <= now,
    isMine: found.workerId === actor.accountId,
    may: offeredMoves(actor, { ...found, relation: found.relation ?? 'none' }),
    now: now.toISOString(),
  }
}
