import { AgreeLatenessInput } from '@throughcare/domain/medication/agree-lateness-input'
import { ConfirmRegimeInput } from '@throughcare/domain/medication/confirm-regime-input'
import { CorrectDoseInput } from '@throughcare/domain/medication/correct-dose-input'
import { RecordDoseInput } from '@throughcare/domain/medication/record-dose-input'
import { RecordTreatmentInput } from '@throughcare/domain/medication/record-treatment-input'
import { idOf, inputOf } from '@throughcare/domain/request/request-fields'
import { allowed, router } from '../trpc.ts'
import { agreeLateness } from './agree-lateness.ts'
import { confirmRegime } from './confirm-regime.ts'
import { correctDose } from './correct-dose.ts'
import { getMedication } from './get-medication.ts'
import { recordDose } from './record-dose.ts'
import { recordTreatment } from './record-treatment.ts'

export const medicationRouter = router({
  byEpisode: allowed('medication.by-episode')
    .input(inputOf({ episodeId: idOf('medication.episodeId') }))
    .query(({ ctx, input }) => getMedication(ctx.actor, input.episodeId)),

  recordTreatment: allowed('medication.record-treatment')
    .input(RecordTreatmentInput)
    .mutation(({ ctx, input }) => recordTreatment(ctx.actor, input)),

  recordDose: allowed('medication.record-dose')
    .input(RecordDoseInput)
    .mutation(({ ctx, input }) => recordDose(ctx.actor, input)),

  correctDose: allowed('medication.correct-dose')
    .input(CorrectDoseInput)
    .mutation(({ ctx, input }) => correctDose(ctx.actor, input)),

  agreeLateness: allowed('medication.agree-lateness')
    .input(AgreeLatenessInput)
    .mutation(({ ctx, input }) => agreeLateness(ctx.actor, input)),

  confirmRegime: allowed('medication.confirm-regime')
    .input(ConfirmRegimeInput)
    .mutation(({ ctx, input }) => confirmRegime(ctx.actor, input)),
})
