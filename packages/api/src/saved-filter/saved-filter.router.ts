import { KeepFilterInput, RemoveFilterInput } from '@throughcare/domain/saved-filter/saved-filter-input'
import { allowed, router } from '../trpc.ts'
import { keepFilter } from './keep-filter.ts'
import { removeFilter } from './remove-filter.ts'

/** Kept filters of the lists of handoffs. They are read with the lists themselves. */
export const savedFilterRouter = router({
  keep: allowed('saved-filter.keep')
    .input(KeepFilterInput)
    .mutation(({ ctx, input }) => keepFilter(ctx.actor, input)),
  remove: allowed('saved-filter.remove')
    .input(RemoveFilterInput)
    .mutation(({ ctx, input }) => removeFilter(ctx.actor, input)),
})
