import { StateCapacityInput } from '@throughcare/domain/capacity/capacity'
import { allowed, router } from '../trpc.ts'
import { findTeam } from './find-team.ts'
import { stateCapacity } from './state-capacity.ts'

/** Who has how much, and who has room today. */
export const capacityRouter = router({
  team: allowed('capacity.team').query(({ ctx }) => findTeam(ctx.actor)),
  state: allowed('capacity.state')
    .input(StateCapacityInput)
    .mutation(({ ctx, input }) => stateCapacity(ctx.actor, input)),
})
