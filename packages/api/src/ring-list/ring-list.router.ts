import { RecordRingInput, RingListInput } from '@throughcare/domain/ring-list/ring-list-inputs'
import { allowed, router } from '../trpc.ts'
import { getRingList } from './get-ring-list.ts'
import { recordRing } from './record-ring.ts'

/** The next call to make, and what came of it. */
export const ringListRouter = router({
  list: allowed('ring-list.list')
    .input(RingListInput)
    .query(({ ctx, input }) => getRingList(ctx.actor, input)),
  record: allowed('ring-list.record')
    .input(RecordRingInput)
    .mutation(({ ctx, input }) => recordRing(ctx.actor, input)),
})
