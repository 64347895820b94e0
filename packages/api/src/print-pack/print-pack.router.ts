import { PrintPackInput } from '@throughcare/domain/print-pack/print-codes'
import { allowed, router } from '../trpc.ts'
import { getPrintPack } from './get-print-pack.ts'

/** The pages that a person, a gate and a receiving service hold in their hands. */
export const printPackRouter = router({
  byEpisode: allowed('print-pack.by-episode')
    .input(PrintPackInput)
    .query(({ ctx, input }) => getPrintPack(ctx.actor, input)),
})
