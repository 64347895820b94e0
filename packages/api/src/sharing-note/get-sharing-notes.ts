import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findSharingNoteReaders,
  findSharingNotes,
  type SharingNoteReaders,
  type StoredSharingNote,
} from '@throughcare/db/sharing-note/sharing-note-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { SharingNotesOfCaseInput } from '@throughcare/domain/sharing-note/sharing-note-inputs'
import { getPart, mayOn } from '../care-plan/get-part.ts'

export type SharingNotesView = {
  episodeId: string
  /** The newest first. */
  notes: StoredSharingNote[]
  /** Said beside the form, before anything is written. The own service first. */
  readers: SharingNoteReaders[]
  today: PlainDate
  may: { record: boolean; takeBack: boolean }
}

/**
 * What somebody said about giving or sharing medicine, and who can read it. Each reading is in the trail.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getSharingNotes(actor: Actor, { episodeId }: SharingNotesOfCaseInput): Promise<SharingNotesView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'sharing-note.by-episode', 'sharing-note')
    const notes = await findSharingNotes(deed, episodeId)
    const readers = await findSharingNoteReaders(deed, episodeId)
    await recordAudit(deed, {
      action: 'sharing-note.by-episode',
      episodeIds: [episodeId],
      personIds: [part.personId],
    })
    return {
      episodeId,
      notes,
      readers,
      today: plainDateIn(deed.now, getZone(actor.serviceTimeZone)),
      may: {
        record: mayOn(actor, 'sharing-note.record', part),
        takeBack: mayOn(actor, 'sharing-note.take-back', part),
      },
    }
  })
}
