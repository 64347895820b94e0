import { CircumstancesOfCaseInput } from '@throughcare/domain/circumstance/circumstances-of-case-input'
import { allowed, router } from '../trpc.ts'
import { getCircumstances } from './get-circumstances.ts'

/** What a person comes back to. */
export const circumstanceRouter = router({
  byEpisode: allowed('circumstance.by-episode')
    .input(CircumstancesOfCaseInput)
    .query(({ ctx, input }) => getCircumstances(ctx.actor, input)),
})
