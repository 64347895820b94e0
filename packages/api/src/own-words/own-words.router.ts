import {
  CommentOwnWordsInput,
  OwnWordsOfCaseInput,
  RecordOwnWordsInput,
} from '@throughcare/domain/own-words/record-own-words-input'
import { allowed, router } from '../trpc.ts'
import { commentOwnWords } from './comment-own-words.ts'
import { getOwnWords } from './get-own-words.ts'
import { recordOwnWords } from './record-own-words.ts'

/** What the person says themselves. */
export const ownWordsRouter = router({
  byEpisode: allowed('own-words.by-episode')
    .input(OwnWordsOfCaseInput)
    .query(({ ctx, input }) => getOwnWords(ctx.actor, input)),
  record: allowed('own-words.record')
    .input(RecordOwnWordsInput)
    .mutation(({ ctx, input }) => recordOwnWords(ctx.actor, input)),
  comment: allowed('own-words.comment')
    .input(CommentOwnWordsInput)
    .mutation(({ ctx, input }) => commentOwnWords(ctx.actor, input)),
})
