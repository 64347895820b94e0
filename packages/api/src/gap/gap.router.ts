import { GapBoardInput } from '@throughcare/domain/gap/gap-board-input'
import { allowed, router } from '../trpc.ts'
import { gapBoard } from './gap-board.ts'

/** Days without cover that are coming, seen for a whole service. */
export const gapRouter = router({
  board: allowed('gap.board')
    .input(GapBoardInput)
    .query(({ ctx, input }) => gapBoard(ctx.actor, input)),
})
