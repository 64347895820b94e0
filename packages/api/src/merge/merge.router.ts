import {
  AnswerMergeInput,
  CompareRecordsInput,
  ListMergesInput,
  ProposeMergeInput,
} from '@throughcare/domain/merge/merge-inputs'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { answerMerge } from './answer-merge.ts'
import { compareRecords } from './compare-records.ts'
import { listAllMerges } from './list-merges.ts'
import { proposeMerge } from './propose-merge.ts'

/** Two records of one person, joined and taken apart by two people. */
export const mergeRouter = router({
  list: allowed('merge.list')
    .input(ListMergesInput)
    .query(({ ctx }) => listAllMerges(ctx.actor)),
  compare: allowed('merge.compare')
    .input(CompareRecordsInput)
    .query(({ ctx, input }) => compareRecords(ctx.actor, input)),
  propose: allowedAfterStepUp('merge.propose')
    .input(ProposeMergeInput)
    .mutation(({ ctx, input }) => proposeMerge(ctx.actor, input)),
  answer: allowedAfterStepUp('merge.answer')
    .input(AnswerMergeInput)
    .mutation(({ ctx, input }) => answerMerge(ctx.actor, input)),
})
