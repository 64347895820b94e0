import { RecordFirstNightInput } from '@throughcare/domain/housing/record-first-night-input'
import { RecordPlaceInput } from '@throughcare/domain/housing/record-place-input'
import { allowed, router } from '../trpc.ts'
import { recordFirstNight } from './record-first-night.ts'
import { recordPlace } from './record-place.ts'

export const housingRouter = router({
  recordPlace: allowed('housing.record-place')
    .input(RecordPlaceInput)
    .mutation(({ ctx, input }) => recordPlace(ctx.actor, input)),
  recordFirstNight: allowed('housing.record-first-night')
    .input(RecordFirstNightInput)
    .mutation(({ ctx, input }) => recordFirstNight(ctx.actor, input)),
})
