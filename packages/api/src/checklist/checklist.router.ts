import { ChangeItemStatusInput } from '@throughcare/domain/checklist/change-item-status-input'
import { allowed, router } from '../trpc.ts'
import { setItemStatus } from './set-item-status.ts'

export const checklistRouter = router({
  setStatus: allowed('checklist.set-status')
    .input(ChangeItemStatusInput)
    .mutation(({ ctx, input }) => setItemStatus(ctx.actor, input)),
})
