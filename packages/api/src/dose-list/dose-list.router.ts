import { FindCallsInput } from '@throughcare/domain/dose-list/find-calls-input'
import { GiveListedDoseInput } from '@throughcare/domain/dose-list/give-listed-dose-input'
import { RecordCallInput } from '@throughcare/domain/dose-list/record-call-input'
import { UndoListedDoseInput } from '@throughcare/domain/dose-list/undo-listed-dose-input'
import { allowed, router } from '../trpc.ts'
import { findCalls } from './find-calls.ts'
import { findDoseList } from './find-dose-list.ts'
import { giveListedDose } from './give-listed-dose.ts'
import { recordCall } from './record-call.ts'
import { undoListedDose } from './undo-listed-dose.ts'

/** The day's doses of a service, one press each, and the emergency call when two services dosed one person. */
export const doseListRouter = router({
  today: allowed('dose-list.today').query(({ ctx }) => findDoseList(ctx.actor)),
  give: allowed('dose-list.give')
    .input(GiveListedDoseInput)
    .mutation(({ ctx, input }) => giveListedDose(ctx.actor, input)),
  undo: allowed('dose-list.undo')
    .input(UndoListedDoseInput)
    .mutation(({ ctx, input }) => undoListedDose(ctx.actor, input)),
  calls: allowed('dose-list.calls')
    .input(FindCallsInput)
    .query(({ ctx, input }) => findCalls(ctx.actor, input)),
  recordCall: allowed('dose-list.record-call')
    .input(RecordCallInput)
    .mutation(({ ctx, input }) => recordCall(ctx.actor, input)),
})
