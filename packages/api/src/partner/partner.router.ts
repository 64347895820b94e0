import { RecordPartnerWishInput } from '@throughcare/domain/partner/record-partner-wish-input'
import { allowed, router } from '../trpc.ts'
import { recordWish } from './record-wish.ts'

export const partnerRouter = router({
  recordWish: allowed('partner.record-wish')
    .input(RecordPartnerWishInput)
    .mutation(({ ctx, input }) => recordWish(ctx.actor, input)),
})
