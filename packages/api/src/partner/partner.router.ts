import {
  NamePartnerInput,
  PartnerOfCaseInput,
  PlanTogetherInput,
  RecordPartnerAnswerInput,
} from '@throughcare/domain/partner/partner-inputs'
import { RecordPartnerWishInput } from '@throughcare/domain/partner/record-partner-wish-input'
import { allowed, router } from '../trpc.ts'
import { getPartner } from './get-partner.ts'
import { namePartner } from './name-partner.ts'
import { planTogether } from './plan-together.ts'
import { recordAnswer } from './record-answer.ts'
import { recordWish } from './record-wish.ts'

/** Two partners, each asked alone. Every procedure is about one side. */
export const partnerRouter = router({
  byEpisode: allowed('partner.by-episode')
    .input(PartnerOfCaseInput)
    .query(({ ctx, input }) => getPartner(ctx.actor, input)),
  recordAnswer: allowed('partner.record-answer')
    .input(RecordPartnerAnswerInput)
    .mutation(({ ctx, input }) => recordAnswer(ctx.actor, input)),
  name: allowed('partner.name')
    .input(NamePartnerInput)
    .mutation(({ ctx, input }) => namePartner(ctx.actor, input)),
  planTogether: allowed('partner.plan-together')
    .input(PlanTogetherInput)
    .mutation(({ ctx, input }) => planTogether(ctx.actor, input)),
  recordWish: allowed('partner.record-wish')
    .input(RecordPartnerWishInput)
    .mutation(({ ctx, input }) => recordWish(ctx.actor, input)),
})
