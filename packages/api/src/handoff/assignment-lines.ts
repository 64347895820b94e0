import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordDenied } from '@throughcare/db/audit/audit-repository'
import { findHandoff, type Handoff } from '@throughcare/db/handoff/handoff-repository'
import { findPartRelation } from '@throughcare/db/handoff/part-relation'
import { isCaseworkerHere } from '@throughcare/db/handoff/receiver-repository'
import { type Action, mayDo } from '@throughcare/domain/access/who-may'
import type { PreviewHandoffsInput } from '@throughcare/domain/handoff/assign-handoffs-input'
import type { HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField } from '../app-error.ts'
import { getHandoffToMove } from './move-handoff.ts'

/** Why a handoff cannot be put in a worker's name. */
export const ASSIGNMENT_REFUSALS = [
  'not-found',
  'not-allowed',
  'changed-meanwhile',
  'not-from-here',
  'already-so',
] as const
export type AssignmentRefusal = (typeof ASSIGNMENT_REFUSALS)[number]

/** What became of one handoff of several, or would: in the worker's name, or why not, and who was faster. */
export type AssignmentLine = {
  handoffId: string
  /** Null: it is in the worker's name, or would be. */
  refusal: AssignmentRefusal | null
  changedBy: string | null
  changedAt: string | null
}

/** Moves one handoff that may be moved; throws an AppError when somebody was faster. */
type Write = (handoff: Handoff, move: HandoffMove, seenVersion: number) => Promise<unknown>

/**
 * Goes through handoffs one by one: each is put in the worker's name or refused by itself, and the answer tells of every one.
 * What is not open to the service looks as if it were not there.
 *
 * @param write does it; null for a look before the press
 * @throws AppError `not-found` or `not-allowed` when no handoff at all may be assigned by the actor · `invalid-input` when the
 *   worker does not work on cases here
 */
export async function assignmentLines(
  deed: Deed<Actor>,
  action: Action,
  { handoffs, workerId }: PreviewHandoffsInput,
  write: Write | null,
): Promise<{ lines: AssignmentLine[]; told: Handoff[] }> {
  const lines: AssignmentLine[] = []
  const told: Handoff[] = []
  const works = await isCaseworkerHere(deed, workerId)
  for (const { handoffId, seenVersion } of handoffs) {
    const refusal = await refusalOf(async () => {
      const found = await getOpenHandoff(deed, action, handoffId)
      // Whatever its line says, it says something of this case.
      told.push(found)
      const move = moveFrom(found.status)
      // No page sends this: the press has an id of its own, which the caller writes.
      const handoff = await getHandoffToMove(deed, action, move, { handoffId, seenVersion, requestId: '' })
      if (handoff.workerId === workerId) return 'already-so'
      if (works) await write?.(handoff, move, seenVersion)
      return null
    })
    lines.push({ handoffId, ...refusal })
  }
  if (lines.every(isDenied))
    throw new AppError(lines.every(({ refusal }) => refusal === 'not-found') ? 'not-found' : 'not-allowed')
  if (!works) throw invalidField('workerId', 'handoff.workerId.not-a-colleague')
  return { lines, told }
}

/** Attempts on handoffs that were denied among others that were not, each in the trail by itself. */
export async function noteDeniedLines(actor: Actor, action: Action, lines: readonly AssignmentLine[]): Promise<void> {
  for (const { handoffId } of lines.filter(isDenied)) await recordDenied(actor, action, handoffId)
}

async function getOpenHandoff(deed: Deed<Actor>, action: Action, handoffId: string): Promise<Handoff> {
  const { actor } = deed
  const found = await findHandoff(deed, handoffId)
  if (!found) throw new AppError('not-found')
  const relation = await findPartRelation(deed, found.episodeId)
  if (!mayDo(actor.role, action, relation, actor.serviceKind as ServiceKind)) throw new AppError('not-allowed')
  return found
}

/** What nobody has yet is accepted in the worker's name; what a colleague has changes hands. */
function moveFrom(status: HandoffStatus): HandoffMove {
  return status === 'accepted' || status === 'in-progress' ? 'reassign' : 'accept'
}

async function refusalOf(work: () => Promise<AssignmentRefusal | null>): Promise<Omit<AssignmentLine, 'handoffId'>> {
  try {
    return { refusal: await work(), changedBy: null, changedAt: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { changedBy = null, changedAt = null } = error.details as Partial<AssignmentLine>
    return { refusal: codeOf(error), changedBy, changedAt }
  }
}

function codeOf({ code }: AppError): AssignmentRefusal {
  return code === 'not-found' || code === 'not-allowed' || code === 'changed-meanwhile' ? code : 'not-from-here'
}

function isDenied({ refusal }: AssignmentLine): boolean {
  return refusal === 'not-found' || refusal === 'not-allowed'
}
