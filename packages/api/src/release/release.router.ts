import { BoardInput } from '@throughcare/domain/release/board-input'
import { ChangeReleaseDateInput } from '@throughcare/domain/release/change-release-date-input'
import { RecordReleaseInput } from '@throughcare/domain/release/record-release-input'
import { allowed, router } from '../trpc.ts'
import { releaseBoard } from './board.ts'
import { changeReleaseDate } from './change-release-date.ts'
import { recordRelease } from './record-release.ts'

/** When people leave, and that they left. */
export const releaseRouter = router({
  board: allowed('release.board')
    .input(BoardInput)
    .query(({ ctx, input }) => releaseBoard(ctx.actor, input)),
  changeDate: allowed('release.change-date')
    .input(ChangeReleaseDateInput)
    .mutation(({ ctx, input }) => changeReleaseDate(ctx.actor, input)),
  record: allowed('release.record')
    .input(RecordReleaseInput)
    .mutation(({ ctx, input }) => recordRelease(ctx.actor, input)),
})
