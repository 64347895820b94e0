import { BoardInput } from '@throughcare/domain/release/board-input'
import { CancelReleaseInput } from '@throughcare/domain/release/cancel-release-input'
import { ChangeReleaseDateInput } from '@throughcare/domain/release/change-release-date-input'
import { RecallInput } from '@throughcare/domain/release/recall-input'
import { RecordExclusionsInput } from '@throughcare/domain/release/record-exclusions-input'
import { RecordReleaseInput } from '@throughcare/domain/release/record-release-input'
import { ReleaseOfCaseInput } from '@throughcare/domain/release/release-of-case-input'
import { TakeInInput } from '@throughcare/domain/release/take-in-input'
import { TransferInput } from '@throughcare/domain/release/transfer-input'
import { UndoReleaseInput } from '@throughcare/domain/release/undo-release-input'
import { WhatBecameInput } from '@throughcare/domain/release/what-became-input'
import { allowed, allowedOneReading, router } from '../trpc.ts'
import { releaseBoard } from './board.ts'
import { cancelRelease } from './cancel-release.ts'
import { changeReleaseDate } from './change-release-date.ts'
import { getReleaseConfirmation } from './get-confirmation.ts'
import { getEarlierRelease } from './get-earlier.ts'
import { getReleaseStanding } from './get-standing.ts'
import { recallPerson } from './recall-person.ts'
import { recordExclusions } from './record-exclusions.ts'
import { recordRelease } from './record-release.ts'
import { takeInPerson } from './take-in-person.ts'
import { transferPerson } from './transfer-person.ts'
import { undoRelease } from './undo-release.ts'
import { whatBecame } from './what-became.ts'

/** When people leave, and that they left. */
export const releaseRouter = router({
  board: allowedOneReading('release.board')
    .input(BoardInput)
    .query(({ ctx, input }) => releaseBoard(ctx.actor, input)),
  whatBecame: allowed('release.what-became')
    .input(WhatBecameInput)
    .query(({ ctx, input }) => whatBecame(ctx.actor, input)),
  changeDate: allowed('release.change-date')
    .input(ChangeReleaseDateInput)
    .mutation(({ ctx, input }) => changeReleaseDate(ctx.actor, input)),
  cancel: allowed('release.cancel')
    .input(CancelReleaseInput)
    .mutation(({ ctx, input }) => cancelRelease(ctx.actor, input)),
  record: allowed('release.record')
    .input(RecordReleaseInput)
    .mutation(({ ctx, input }) => recordRelease(ctx.actor, input)),
  confirmation: allowed('release.confirmation')
    .input(ReleaseOfCaseInput)
    .query(({ ctx, input }) => getReleaseConfirmation(ctx.actor, input)),
  standing: allowed('release.standing')
    .input(ReleaseOfCaseInput)
    .query(({ ctx, input }) => getReleaseStanding(ctx.actor, input)),
  earlier: allowed('release.earlier')
    .input(ReleaseOfCaseInput)
    .query(({ ctx, input }) => getEarlierRelease(ctx.actor, input)),
  recordExclusions: allowed('release.record-exclusions')
    .input(RecordExclusionsInput)
    .mutation(({ ctx, input }) => recordExclusions(ctx.actor, input)),
  recall: allowed('release.recall')
    .input(RecallInput)
    .mutation(({ ctx, input }) => recallPerson(ctx.actor, input)),
  transfer: allowed('release.transfer')
    .input(TransferInput)
    .mutation(({ ctx, input }) => transferPerson(ctx.actor, input)),
  takeIn: allowed('release.take-in')
    .input(TakeInInput)
    .mutation(({ ctx, input }) => takeInPerson(ctx.actor, input)),
  undo: allowed('release.undo')
    .input(UndoReleaseInput)
    .mutation(({ ctx, input }) => undoRelease(ctx.actor, input)),
})
