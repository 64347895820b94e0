import {
  AnswerDataRequestInput,
  DataRequestInput,
  ListDataRequestsInput,
  RecordDataRequestInput,
  ReviewPiecesInput,
} from '@throughcare/domain/data-request/data-request-inputs'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { answerDataRequest } from './answer-data-request.ts'
import { exportDataRequest } from './export-data-request.ts'
import { openDataRequest } from './get-data-request.ts'
import { listAllDataRequests } from './list-data-requests.ts'
import { recordNewDataRequest } from './record-data-request.ts'
import { reviewPieces } from './review-pieces.ts'

/** What a person asks of what is written about them: a copy, a correction, a restriction, erasure. */
export const dataRequestRouter = router({
  list: allowed('data-request.list')
    .input(ListDataRequestsInput)
    .query(({ ctx }) => listAllDataRequests(ctx.actor)),
  byId: allowed('data-request.by-id')
    .input(DataRequestInput)
    .query(({ ctx, input }) => openDataRequest(ctx.actor, input)),
  record: allowed('data-request.record')
    .input(RecordDataRequestInput)
    .mutation(({ ctx, input }) => recordNewDataRequest(ctx.actor, input)),
  review: allowed('data-request.review')
    .input(ReviewPiecesInput)
    .mutation(({ ctx, input }) => reviewPieces(ctx.actor, input)),
  answer: allowed('data-request.answer')
    .input(AnswerDataRequestInput)
    .mutation(({ ctx, input }) => answerDataRequest(ctx.actor, input)),
  export: allowedAfterStepUp('data-request.export')
    .input(DataRequestInput)
    .query(({ ctx, input }) => exportDataRequest(ctx.actor, input)),
})
