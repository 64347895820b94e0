import { TickCourtDayInput } from '@throughcare/domain/court-day/court-day-inputs'
import { allowed, router } from '../trpc.ts'
import { backFromCourt } from './back-from-court.ts'
import { leaveForCourt } from './leave-for-court.ts'

/** Who leaves for court this morning, what they have in the hand, and who is back. */
export const courtDayRouter = router({
  tick: allowed('court-day.tick')
    .input(TickCourtDayInput)
    .mutation(async ({ ctx, input }) =>
      input.going === 'leaves'
        ? { going: input.going, ...(await leaveForCourt(ctx.actor, input)) }
        : { going: input.going, ...(await backFromCourt(ctx.actor, input)) },
    ),
})
