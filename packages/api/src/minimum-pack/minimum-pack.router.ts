import { PackOfCaseInput, RecordPackInput } from '@throughcare/domain/minimum-pack/record-pack-input'
import { allowed, router } from '../trpc.ts'
import { getPack, listPacks } from './get-pack.ts'
import { recordPack } from './record-pack.ts'

/** What stands ready for whoever may be freed on any day. */
export const minimumPackRouter = router({
  list: allowed('minimum-pack.list').query(({ ctx }) => listPacks(ctx.actor)),
  byEpisode: allowed('minimum-pack.by-episode')
    .input(PackOfCaseInput)
    .query(({ ctx, input }) => getPack(ctx.actor, input)),
  record: allowed('minimum-pack.record')
    .input(RecordPackInput)
    .mutation(({ ctx, input }) => recordPack(ctx.actor, input)),
})
