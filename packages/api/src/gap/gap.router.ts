import { ChooseDigestInput } from '@throughcare/domain/gap/choose-digest-input'
import { GapBoardInput } from '@throughcare/domain/gap/gap-board-input'
import { RetryDigestsInput } from '@throughcare/domain/gap/retry-digests-input'
import { allowed, router } from '../trpc.ts'
import { chooseDigest } from './choose-digest.ts'
import { digestChoice } from './digest-choice.ts'
import { digestFailures } from './digest-failures.ts'
import { gapBoard } from './gap-board.ts'
import { retryDigests } from './retry-digests.ts'

/** Days without cover that are coming, seen for a whole service. */
export const gapRouter = router({
  board: allowed('gap.board')
    .input(GapBoardInput)
    .query(({ ctx, input }) => gapBoard(ctx.actor, input)),

  digestChoice: allowed('gap.digest-choice').query(({ ctx }) => digestChoice(ctx.actor)),

  chooseDigest: allowed('gap.choose-digest')
    .input(ChooseDigestInput)
    .mutation(({ ctx, input }) => chooseDigest(ctx.actor, input)),

  digestFailures: allowed('gap.digest-failures').query(({ ctx }) => digestFailures(ctx.actor)),

  retryDigests: allowed('gap.retry-digests')
    .input(RetryDigestsInput)
    .mutation(({ ctx, input }) => retryDigests(ctx.actor, input)),
})
