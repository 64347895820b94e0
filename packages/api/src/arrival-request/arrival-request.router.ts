import {
  AnswerArrivalInput,
  AskArrivalInput,
  ListArrivalsInput,
} from '@throughcare/domain/arrival-request/arrival-request-inputs'
import { allowed, router } from '../trpc.ts'
import { answerArrival } from './answer-arrival.ts'
import { askArrival } from './ask-arrival.ts'
import { listArrivals } from './list-arrivals.ts'

/** Somebody stands at a desk without papers: asking the prison that they name, and answering for it. */
export const arrivalRequestRouter = router({
  list: allowed('arrival-request.list')
    .input(ListArrivalsInput)
    .query(({ ctx, input }) => listArrivals(ctx.actor, input)),
  ask: allowed('arrival-request.ask')
    .input(AskArrivalInput)
    .mutation(({ ctx, input }) => askArrival(ctx.actor, input)),
  answer: allowed('arrival-request.answer')
    .input(AnswerArrivalInput)
    .mutation(({ ctx, input }) => answerArrival(ctx.actor, input)),
})
