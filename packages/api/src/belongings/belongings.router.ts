import { RecordBelongingsInput } from '@throughcare/domain/belongings/record-belongings-input'
import { allowed, router } from '../trpc.ts'
import { recordBelongings } from './record-belongings.ts'

/** A person's things that somebody keeps. */
export const belongingsRouter = router({
  record: allowed('belongings.record')
    .input(RecordBelongingsInput)
    .mutation(({ ctx, input }) => recordBelongings(ctx.actor, input)),
})
