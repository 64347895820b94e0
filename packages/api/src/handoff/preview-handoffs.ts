import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { PreviewHandoffsInput } from '@throughcare/domain/handoff/assign-handoffs-input'
import type { HandoffsAssigned } from './assign-handoffs.ts'
import { assignmentLines } from './assignment-lines.ts'

/**
 * What putting handoffs in one worker's name would do, line by line, by the very rules that the press asks again.
 *
 * @throws AppError `not-found` | `not-allowed` when none of them may be assigned | `invalid-input` when the worker does not work
 *   on cases here
 */
export function previewHandoffs(actor: Actor, input: PreviewHandoffsInput): Promise<HandoffsAssigned> {
  return asActor(actor, async (deed) => {
    const { lines, told } = await assignmentLines(deed, 'handoff.preview', input, null)
    await recordAudit(deed, {
      action: 'handoff.preview',
      episodeIds: told.map(({ episodeId }) => episodeId),
      personIds: told.map(({ personId }) => personId),
    })
    return { lines }
  })
}
