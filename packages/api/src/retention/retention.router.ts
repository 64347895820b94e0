import {
  ConfirmRetentionInput,
  LegalHoldInput,
  ProposeRetentionInput,
  RetentionBoardInput,
  SetLegalHoldInput,
} from '@throughcare/domain/retention/retention-inputs'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { confirmRetention } from './confirm-retention.ts'
import { getLegalHold } from './get-legal-hold.ts'
import { proposeRetention } from './propose-retention.ts'
import { retentionBoard } from './retention-board.ts'
import { setLegalHold } from './set-legal-hold.ts'

/** How long records are kept, what keeps them longer, and how what is due goes. */
export const retentionRouter = router({
  board: allowed('retention.board')
    .input(RetentionBoardInput)
    .query(({ ctx }) => retentionBoard(ctx.actor)),
  propose: allowedAfterStepUp('retention.propose')
    .input(ProposeRetentionInput)
    .mutation(({ ctx, input }) => proposeRetention(ctx.actor, input)),
  confirm: allowedAfterStepUp('retention.confirm')
    .input(ConfirmRetentionInput)
    .mutation(({ ctx, input }) => confirmRetention(ctx.actor, input)),
  byEpisode: allowed('retention.by-episode')
    .input(LegalHoldInput)
    .query(({ ctx, input }) => getLegalHold(ctx.actor, input)),
  setHold: allowed('retention.set-hold')
    .input(SetLegalHoldInput)
    .mutation(({ ctx, input }) => setLegalHold(ctx.actor, input)),
})
