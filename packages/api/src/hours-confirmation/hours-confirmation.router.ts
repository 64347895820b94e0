import { AnswerHoursInput } from '@throughcare/domain/hours-confirmation/answer-hours-input'
import { allowed, router } from '../trpc.ts'
import { answerHours } from './answer-hours.ts'
import { listHoursToConfirm } from './list-hours-to-confirm.ts'

/** What dosing points do on a day that is not like the others. */
export const hoursConfirmationRouter = router({
  list: allowed('hours-confirmation.list').query(({ ctx }) => listHoursToConfirm(ctx.actor)),
  answer: allowed('hours-confirmation.answer')
    .input(AnswerHoursInput)
    .mutation(({ ctx, input }) => answerHours(ctx.actor, input)),
})
