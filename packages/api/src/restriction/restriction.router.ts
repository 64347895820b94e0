import {
  ChangeCircleInput,
  LiftRestrictionInput,
  RestrictionOfCaseInput,
  SetRestrictionInput,
} from '@throughcare/domain/restriction/restriction-inputs'
import { allowed, router } from '../trpc.ts'
import { changeCircle } from './change-circle.ts'
import { getRestriction } from './get-restriction.ts'
import { liftRestriction } from './lift-restriction.ts'
import { setRestriction } from './set-restriction.ts'

/** Records that are open to a circle of accounts only. */
export const restrictionRouter = router({
  byEpisode: allowed('restriction.by-episode')
    .input(RestrictionOfCaseInput)
    .query(({ ctx, input }) => getRestriction(ctx.actor, input)),
  set: allowed('restriction.set')
    .input(SetRestrictionInput)
    .mutation(({ ctx, input }) => setRestriction(ctx.actor, input)),
  changeCircle: allowed('restriction.change-circle')
    .input(ChangeCircleInput)
    .mutation(({ ctx, input }) => changeCircle(ctx.actor, input)),
  lift: allowed('restriction.lift')
    .input(LiftRestrictionInput)
    .mutation(({ ctx, input }) => liftRestriction(ctx.actor, input)),
})
