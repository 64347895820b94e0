import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findHandoffContent, type HandoffContent } from '@throughcare/db/handoff/handoff-content'
import { findHandoffView, type HandoffView } from '@throughcare/db/handoff/handoff-view'
import { mayDo } from '@throughcare/domain/access/who-may'
import { isLate } from '@throughcare/domain/escalation/escalation-times'
import { type HandoffByIdInput, MOVES_PER_PAGE } from '@throughcare/domain/handoff/list-handoffs-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { type OfferedMove, offeredMoves } from './offered-moves.ts'

/** A handoff for the page of either end. Instants are ISO 8601. */
export type ShownHandoff = Omit<HandoffView, 'steps'> & {
  /** How many moves there were in all; `moves` are those of this page, page 1 the latest. */
  history: { total: number; page: number; pages: number }
  isOverdue: boolean
  /** Its receiver answers for it by an agreement, and nobody there has seen it. */
  isNotSeen: boolean
  /** Nobody answered it in time, and a fallback has it instead. */
  passedOnTo: HandoffView['steps'][number]['heir']
  /** The steps, with which of them were taken late. */
  steps: (HandoffView['steps'][number] & { isLate: boolean })[]
  isMine: boolean
  /** What travels with it, by category; null when only the envelope is left. */
  content: HandoffContent | null
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
    content: found.episodeId === null ? null : await asActor(actor, (deed) => findHandoffContent(deed, found.id)),
    ...onPage(found.moves, input.historyPage),
    isOverdue: found.status === 'sent' && new Date(found.dueAt) <= now,
    passedOnTo: passedOnTo(found),
    accountableName: passedOnTo(found)?.name ?? found.accountableName,
    isNotSeen: found.status === 'sent' && found.accountableServiceId === found.receiving.id,
    steps: found.steps.map((step) => ({ ...step, isLate: isLate(new Date(step.plannedAt), new Date(step.at)) })),
    isMine: found.workerId === actor.accountId,
    may: offeredMoves(actor, { ...found, relation: found.relation ?? 'none' }).filter(
      (move) => move !== 'resend' || found.resentAsId === null,
    ),
    now: now.toISOString(),
  }
}

/** The moves of one page of the history, the oldest of them first. Beyond the last page there are none. */
function onPage(moves: HandoffView['moves'], page: number): Pick<ShownHandoff, 'moves' | 'history'> {
  const total = moves.length
  const pages = Math.max(1, Math.ceil(total / MOVES_PER_PAGE))
  const end = Math.max(0, total - (page - 1) * MOVES_PER_PAGE)
  return { moves: moves.slice(Math.max(0, end - MOVES_PER_PAGE), end), history: { total, page, pages } }
}

/** Who answers for it instead, since time was up; null while it stands by itself. */
function passedOnTo({ status, steps }: HandoffView): ShownHandoff['passedOnTo'] {
  return status === 'timed-out' ? (steps.find(({ step }) => step === 'to-fallback')?.heir ?? null) : null
}
