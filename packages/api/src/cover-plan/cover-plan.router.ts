import { DecideCoverInput } from '@throughcare/domain/cover-plan/decide-cover-input'
import { RecordPrescriptionInput } from '@throughcare/domain/cover-plan/record-prescription-input'
import { RecordReachInput } from '@throughcare/domain/cover-plan/record-reach-input'
import { RecordSupplyInput } from '@throughcare/domain/cover-plan/record-supply-input'
import { SetPrescriptionInput } from '@throughcare/domain/cover-plan/set-prescription-input'
import { SignCoverInput, WithdrawCoverInput } from '@throughcare/domain/cover-plan/sign-cover-input'
import { WhatIfInput } from '@throughcare/domain/cover-plan/what-if-input'
import { idOf, inputOf } from '@throughcare/domain/request/request-fields'
import { allowed, router } from '../trpc.ts'
import { decideCover } from './decide-cover.ts'
import { getCover } from './get-cover.ts'
import { recordPrescription } from './record-prescription.ts'
import { recordReach } from './record-reach.ts'
import { recordSupply } from './record-supply.ts'
import { setPrescription } from './set-prescription.ts'
import { signCover } from './sign-cover.ts'
import { whatIf } from './what-if.ts'
import { withdrawCover } from './withdraw-cover.ts'

export const coverPlanRouter = router({
  byEpisode: allowed('cover-plan.by-episode')
    .input(inputOf({ episodeId: idOf('cover-plan.episodeId') }))
    .query(({ ctx, input }) => getCover(ctx.actor, input.episodeId)),

  whatIf: allowed('cover-plan.what-if')
    .input(WhatIfInput)
    .query(({ ctx, input }) => whatIf(ctx.actor, input)),

  recordPrescription: allowed('cover-plan.record-prescription')
    .input(RecordPrescriptionInput)
    .mutation(({ ctx, input }) => recordPrescription(ctx.actor, input)),

  setPrescription: allowed('cover-plan.set-prescription')
    .input(SetPrescriptionInput)
    .mutation(({ ctx, input }) => setPrescription(ctx.actor, input)),

  recordSupply: allowed('cover-plan.record-supply')
    .input(RecordSupplyInput)
    .mutation(({ ctx, input }) => recordSupply(ctx.actor, input)),

  recordReach: allowed('cover-plan.record-reach')
    .input(RecordReachInput)
    .mutation(({ ctx, input }) => recordReach(ctx.actor, input)),

  decide: allowed('cover-plan.decide')
    .input(DecideCoverInput)
    .mutation(({ ctx, input }) => decideCover(ctx.actor, input)),

  sign: allowed('cover-plan.sign')
    .input(SignCoverInput)
    .mutation(({ ctx, input }) => signCover(ctx.actor, input)),

  withdraw: allowed('cover-plan.withdraw')
    .input(WithdrawCoverInput)
    .mutation(({ ctx, input }) => withdrawCover(ctx.actor, input)),
})
