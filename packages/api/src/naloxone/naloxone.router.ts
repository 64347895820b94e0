import { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import { allowed, router } from '../trpc.ts'
import { recordKit } from './record-kit.ts'

export const naloxoneRouter = router({
  recordKit: allowed('naloxone.record-kit')
    .input(RecordKitInput)
    .mutation(({ ctx, input }) => recordKit(ctx.actor, input)),
})
