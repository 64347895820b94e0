import { RecordFirstNightInput } from '@throughcare/domain/housing/record-first-night-input'
import { allowed, router } from '../trpc.ts'
import { recordFirstNight } from './record-first-night.ts'

export const housingRouter = router({
  recordFirstNight: allowed('housing.record-first-night')
    .input(RecordFirstNightInput)
    .mutation(({ ctx, input }) => recordFirstNight(ctx.actor, input)),
})
