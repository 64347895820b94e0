import { BackFromCourtInput, LeaveForCourtInput } from '@throughcare/domain/court-day/court-day-inputs'
import { allowed, router } from '../trpc.ts'
import { backFromCourt } from './back-from-court.ts'
import { leaveForCourt } from './leave-for-court.ts'

/** Who leaves for court this morning, and what they have in the hand. */
export const courtDayRouter = router({
  leave: allowed('court-day.leave')
    .input(LeaveForCourtInput)
    .mutation(({ ctx, input }) => leaveForCourt(ctx.actor, input)),
  back: allowed('court-day.back')
    .input(BackFromCourtInput)
    .mutation(({ ctx, input }) => backFromCourt(ctx.actor, input)),
})
