import {
  DecideObjectionInput,
  OpenObjectionsInput,
  RecordObjectionInput,
} from '@throughcare/domain/objection/objection-inputs'
import { allowed, router } from '../trpc.ts'
import { decideObjection } from './decide-objection.ts'
import { openObjections } from './open-objections.ts'
import { recordObjection } from './record-objection.ts'

/** What a person does not want shared for their care, and what a clinician decides. */
export const objectionRouter = router({
  open: allowed('objection.open')
    .input(OpenObjectionsInput)
    .query(({ ctx, input }) => openObjections(ctx.actor, input)),
  record: allowed('objection.record')
    .input(RecordObjectionInput)
    .mutation(({ ctx, input }) => recordObjection(ctx.actor, input)),
  decide: allowed('objection.decide')
    .input(DecideObjectionInput)
    .mutation(({ ctx, input }) => decideObjection(ctx.actor, input)),
})
