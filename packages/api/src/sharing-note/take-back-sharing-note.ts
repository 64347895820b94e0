import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findSharingNotes, takeBackSharingNote as takeBack } from '@throughcare/db/sharing-note/sharing-note-repository'
import type { TakeBackSharingNoteInput } from '@throughcare/domain/sharing-note/sharing-note-inputs'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/**
 * The person takes back what they said: the note is emptied, and that there was a talk is all that stays.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when it was taken back already
 */
export function takeBackSharingNote(actor: Actor, input: TakeBackSharingNoteInput): Promise<{ version: number }> {
  return perform(actor, 'sharing-note.take-back', input, async (deed) => {
    const { episodeId, noteId, seenVersion, requestId } = input
    const part = await getPart(deed, episodeId, 'sharing-note.take-back', 'sharing-note')
    const current = (await findSharingNotes(deed, episodeId)).find(({ id }) => id === noteId)
    if (!current) throw new AppError('not-found')
    if (!(await takeBack(deed, { episodeId, noteId, seenVersion })))
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: { version: current.version },
          changedAt: current.takenBackAt,
        },
      })
    await recordAudit(deed, {
      action: 'sharing-note.take-back',
      episodeIds: [episodeId],
      personIds: [part.personId],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}
