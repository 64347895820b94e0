import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { AssignHandoffsInput } from '@throughcare/domain/handoff/assign-handoffs-input'
import { perform } from '../perform.ts'
import { type AssignmentLine, assignmentLines, noteDeniedLines } from './assignment-lines.ts'
import { writeMove } from './move-handoff.ts'

/** Line by line, in the order asked. */
export type HandoffsAssigned = { lines: AssignmentLine[] }

/**
 * Puts handoffs in one worker's name: what nobody has yet is accepted in it, what a colleague has changes hands. What cannot be
 * done is told by its line; the others are done.
 *
 * @throws AppError `not-found` | `not-allowed` when none of them may be assigned | `invalid-input` when the worker does not work
 *   on cases here
 */
export async function assignHandoffs(actor: Actor, input: AssignHandoffsInput): Promise<HandoffsAssigned> {
  const { requestId, workerId } = input
  const answer = await perform(actor, 'handoff.assign', input, async (deed) => {
    const { lines, told } = await assignmentLines(deed, 'handoff.assign', input, (handoff, move, seenVersion) =>
      writeMove(deed, 'handoff.assign', move, handoff, { handoffId: handoff.id, seenVersion, requestId }, { workerId }),
    )
    // Those that were moved have an entry each; a line that only tells how its case stands is a look at it.
    if (lines.some(({ refusal }) => refusal !== null))
      await recordAudit(deed, {
        action: 'handoff.assign',
        episodeIds: [...new Set(told.map(({ episodeId }) => episodeId))],
        personIds: [...new Set(told.map(({ personId }) => personId))],
        requestId,
      })
    return { lines }
  })
  await noteDeniedLines(actor, 'handoff.assign', answer.lines)
  return answer
}
