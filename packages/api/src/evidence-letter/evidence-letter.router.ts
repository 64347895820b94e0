import { LettersOfCaseInput, MakeLettersInput } from '@throughcare/domain/evidence-letter/letter-codes'
import { allowed, router } from '../trpc.ts'
import { getLetters } from './get-letters.ts'
import { makeLetters } from './make-letters.ts'

/** Letters that answer what somebody demands of a person. */
export const evidenceLetterRouter = router({
  byEpisode: allowed('evidence-letter.by-episode')
    .input(LettersOfCaseInput)
    .query(({ ctx, input }) => getLetters(ctx.actor, input)),
  make: allowed('evidence-letter.make')
    .input(MakeLettersInput)
    .mutation(({ ctx, input }) => makeLetters(ctx.actor, input)),
})
