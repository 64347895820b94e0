import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { SHARING_OFFERS, SharingKind, SharingOffer } from './sharing-note-codes.ts'

/**
 * What somebody says about giving or sharing medicine. It is written down only after they were asked alone, were told who can
 * read it and agreed; there is no field for another person, and none for a consequence.
 */
export const RecordSharingNoteInput = inputOf({
  episodeId: idOf('sharing-note.episodeId'),
  requestId: RequestId,
  toldOn: PlainDate,
  kind: SharingKind,
  /** The person's own words. Null: they said no more. */
  words: filledText('sharing-note.words', 1_000).nullable(),
  /** Which of the offers they want; none is an answer. */
  wants: z
    .array(SharingOffer, 'sharing-note.wants.unknown')
    .max(SHARING_OFFERS.length, 'sharing-note.wants.unknown')
    .refine((wants) => new Set(wants).size === wants.length, 'sharing-note.wants.twice'),
  seenAlone: z.literal(true, 'sharing-note.seenAlone.missing'),
  agreed: z.literal(true, 'sharing-note.agreed.missing'),
})
export type RecordSharingNoteInput = z.infer<typeof RecordSharingNoteInput>

/** The person takes back what they said: what it held is gone. */
export const TakeBackSharingNoteInput = inputOf({
  episodeId: idOf('sharing-note.episodeId'),
  requestId: RequestId,
  noteId: idOf('sharing-note.noteId'),
  seenVersion: SeenVersion,
})
export type TakeBackSharingNoteInput = z.infer<typeof TakeBackSharingNoteInput>

/** The sharing notes of one case. */
export const SharingNotesOfCaseInput = inputOf({ episodeId: idOf('sharing-note.episodeId') })
export type SharingNotesOfCaseInput = z.infer<typeof SharingNotesOfCaseInput>
