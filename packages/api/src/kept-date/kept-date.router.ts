import { RecordKeptDateInput } from '@throughcare/domain/kept-date/record-kept-date-input'
import { allowed, router } from '../trpc.ts'
import { recordKeptDate } from './record-kept-date.ts'

/** A home, a benefit or a job that is kept until a day. */
export const keptDateRouter = router({
  record: allowed('kept-date.record')
    .input(RecordKeptDateInput)
    .mutation(({ ctx, input }) => recordKeptDate(ctx.actor, input)),
})
