import { ExportHeadInput, TrailBoardInput } from '@throughcare/domain/audit/trail-board-input'
import { CopyInput, WhoSawInput } from '@throughcare/domain/audit/who-saw-input'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { exportHead } from './export-head.ts'
import { getCopy } from './get-copy.ts'
import { getTrailBoard } from './get-trail-board.ts'
import { getWhoSaw } from './get-who-saw.ts'

/** The trail: who saw what, and whether it still says so. */
export const auditRouter = router({
  whoSaw: allowed('audit.who-saw')
    .input(WhoSawInput)
    .query(({ ctx, input }) => getWhoSaw(ctx.actor, input)),

  copy: allowed('audit.copy')
    .input(CopyInput)
    .query(({ ctx, input }) => getCopy(ctx.actor, input)),

  board: allowed('audit.board')
    .input(TrailBoardInput)
    .query(({ ctx, input }) => getTrailBoard(ctx.actor, input)),

  exportHead: allowedAfterStepUp('audit.export-head')
    .input(ExportHeadInput)
    .mutation(({ ctx, input }) => exportHead(ctx.actor, input)),
})
