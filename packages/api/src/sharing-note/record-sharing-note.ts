import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordSharingNote as record } from '@throughcare/db/sharing-note/sharing-note-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordSharingNoteInput } from '@throughcare/domain/sharing-note/sharing-note-inputs'
import { invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/**
 * Writes down what somebody said about giving or sharing medicine. It moves nothing: no item, no regime, no alert, no notice.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` for a day that has not come
 */
export function recordSharingNote(actor: Actor, input: RecordSharingNoteInput): Promise<{ noteId: string }> {
  return perform(actor, 'sharing-note.record', input, async (deed) => {
    const { episodeId, requestId, toldOn, kind, words, wants } = input
    const part = await getPart(deed, episodeId, 'sharing-note.record', 'sharing-note')
    if (toldOn > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('toldOn', 'sharing-note.toldOn.in-the-future')
    const noteId = await record(deed, episodeId, { toldOn, kind, words, wants })
    await recordAudit(deed, {
      action: 'sharing-note.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      requestId,
    })
    return { noteId }
  })
}
