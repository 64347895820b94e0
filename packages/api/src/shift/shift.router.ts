import { ShiftInput } from '@throughcare/domain/shift/shift-input'
import { allowed, router } from '../trpc.ts'
import { shiftDigest } from './shift-digest.ts'

/** What is said when one shift hands over to the next. */
export const shiftRouter = router({
  digest: allowed('shift.digest')
    .input(ShiftInput)
    .query(({ ctx, input }) => shiftDigest(ctx.actor, input)),
})
