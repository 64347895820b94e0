import {
  RecordSharingNoteInput,
  SharingNotesOfCaseInput,
  TakeBackSharingNoteInput,
} from '@throughcare/domain/sharing-note/sharing-note-inputs'
import { allowed, router } from '../trpc.ts'
import { getSharingNotes } from './get-sharing-notes.ts'
import { recordSharingNote } from './record-sharing-note.ts'
import { takeBackSharingNote } from './take-back-sharing-note.ts'

/** What somebody says about giving or sharing medicine. */
export const sharingNoteRouter = router({
  byEpisode: allowed('sharing-note.by-episode')
    .input(SharingNotesOfCaseInput)
    .query(({ ctx, input }) => getSharingNotes(ctx.actor, input)),
  record: allowed('sharing-note.record')
    .input(RecordSharingNoteInput)
    .mutation(({ ctx, input }) => recordSharingNote(ctx.actor, input)),
  takeBack: allowed('sharing-note.take-back')
    .input(TakeBackSharingNoteInput)
    .mutation(({ ctx, input }) => takeBackSharingNote(ctx.actor, input)),
})
