import { NowBoardInput, PutUpInput, TakeDownInput } from '@throughcare/domain/now-board/now-board-inputs'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { putUpScreen, takeDownScreen } from './put-up-screen.ts'
import { showBoard, showNames } from './show-board.ts'

/** The board of a team room. What hangs on a wall without anybody signed in has a door of its own: apps/web/src/http/screen-door.ts. */
export const nowBoardRouter = router({
  show: allowed('now-board.show')
    .input(NowBoardInput)
    .query(({ ctx, input }) => showBoard(ctx.actor, input)),
  names: allowedAfterStepUp('now-board.names')
    .input(NowBoardInput)
    .query(({ ctx, input }) => showNames(ctx.actor, input)),
  putUp: allowedAfterStepUp('now-board.put-up')
    .input(PutUpInput)
    .mutation(({ ctx, input }) => putUpScreen(ctx.actor, input)),
  takeDown: allowed('now-board.take-down')
    .input(TakeDownInput)
    .mutation(({ ctx, input }) => takeDownScreen(ctx.actor, input)),
})
