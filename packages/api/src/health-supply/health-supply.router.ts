import { RecordSupplyInput, SuppliesOfCaseInput } from '@throughcare/domain/health-supply/supply-codes'
import { allowed, router } from '../trpc.ts'
import { getSupplies } from './get-supplies.ts'
import { recordSupply } from './record-supply.ts'

/** Medicine beside the maintenance treatment. */
export const healthSupplyRouter = router({
  byEpisode: allowed('health-supply.by-episode')
    .input(SuppliesOfCaseInput)
    .query(({ ctx, input }) => getSupplies(ctx.actor, input)),
  record: allowed('health-supply.record')
    .input(RecordSupplyInput)
    .mutation(({ ctx, input }) => recordSupply(ctx.actor, input)),
})
