import { ChooseDigestInput } from '@throughcare/domain/gap/choose-digest-input'
import { GapBoardInput } from '@throughcare/domain/gap/gap-board-input'
import { allowed, router } from '../trpc.ts'
import { chooseDigest } from './choose-digest.ts'
import { digestChoice } from './digest-choice.ts'
import { gapBoard } from './gap-board.ts'

/** Days without cover that are coming, seen for a whole service. */
export const gapRouter = router({
  board: allowed('gap.board')
    .input(GapBoardInput)
    .query(({ ctx, input }) => gapBoard(ctx.actor, input)),

  digestChoice: allowed('gap.digest-choice').query(({ ctx }) => digestChoice(ctx.actor)),

  chooseDigest: allowed('gap.choose-digest')
    .input(ChooseDigestInput)
    .mutation(({ ctx, input }) => chooseDigest(ctx.actor, input)),
})
