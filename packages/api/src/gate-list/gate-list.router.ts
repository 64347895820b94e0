import { allowed, router } from '../trpc.ts'
import { findGateList } from './find-gate-list.ts'

/** Today's list for the gate. What is pressed there goes to the procedures of its own noun. */
export const gateListRouter = router({
  today: allowed('gate-list.today').query(({ ctx }) => findGateList(ctx.actor)),
})
