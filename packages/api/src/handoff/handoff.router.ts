import {
  AcceptHandoffInput,
  AcknowledgeHandoffInput,
  FinishHandoffInput,
  RejectHandoffInput,
  ReturnHandoffInput,
  StartHandoffInput,
} from '@throughcare/domain/handoff/answer-handoff-input'
import { AssignHandoffsInput, PreviewHandoffsInput } from '@throughcare/domain/handoff/assign-handoffs-input'
import { HandoffByIdInput, ListInboxInput, ListSentInput } from '@throughcare/domain/handoff/list-handoffs-input'
import { FindReceiversInput, SendHandoffsInput } from '@throughcare/domain/handoff/send-handoffs-input'
import {
  CloseHandoffInput,
  ResendHandoffInput,
  RevokeHandoffInput,
} from '@throughcare/domain/handoff/take-back-handoff-input'
import { allowed, allowedOneReading, router } from '../trpc.ts'
import { acceptHandoff } from './accept-handoff.ts'
import { acknowledgeHandoff } from './acknowledge-handoff.ts'
import { assignHandoffs } from './assign-handoffs.ts'
import { closeHandoff } from './close-handoff.ts'
import { findInbox } from './find-inbox.ts'
import { findReceivers } from './find-receivers.ts'
import { findSent } from './find-sent.ts'
import { finishHandoff } from './finish-handoff.ts'
import { getHandoff } from './get-handoff.ts'
import { previewHandoffs } from './preview-handoffs.ts'
import { rejectHandoff } from './reject-handoff.ts'
import { resendHandoff } from './resend-handoff.ts'
import { returnHandoff } from './return-handoff.ts'
import { revokeHandoff } from './revoke-handoff.ts'
import { sendHandoffs } from './send-handoffs.ts'
import { startHandoff } from './start-handoff.ts'

/** Handing a release over, area by area, and taking it on. */
export const handoffRouter = router({
  receivers: allowed('handoff.receivers')
    .input(FindReceiversInput)
    .query(({ ctx, input }) => findReceivers(ctx.actor, input)),
  byId: allowed('handoff.by-id')
    .input(HandoffByIdInput)
    .query(({ ctx, input }) => getHandoff(ctx.actor, input)),
  inbox: allowedOneReading('handoff.inbox')
    .input(ListInboxInput)
    .query(({ ctx, input }) => findInbox(ctx.actor, input)),
  sent: allowed('handoff.sent')
    .input(ListSentInput)
    .query(({ ctx, input }) => findSent(ctx.actor, input)),
  send: allowed('handoff.send')
    .input(SendHandoffsInput)
    .mutation(({ ctx, input }) => sendHandoffs(ctx.actor, input)),
  resend: allowed('handoff.resend')
    .input(ResendHandoffInput)
    .mutation(({ ctx, input }) => resendHandoff(ctx.actor, input)),
  revoke: allowed('handoff.revoke')
    .input(RevokeHandoffInput)
    .mutation(({ ctx, input }) => revokeHandoff(ctx.actor, input)),
  close: allowed('handoff.close')
    .input(CloseHandoffInput)
    .mutation(({ ctx, input }) => closeHandoff(ctx.actor, input)),
  acknowledge: allowed('handoff.acknowledge')
    .input(AcknowledgeHandoffInput)
    .mutation(({ ctx, input }) => acknowledgeHandoff(ctx.actor, input)),
  accept: allowed('handoff.accept')
    .input(AcceptHandoffInput)
    .mutation(({ ctx, input }) => acceptHandoff(ctx.actor, input)),
  reject: allowed('handoff.reject')
    .input(RejectHandoffInput)
    .mutation(({ ctx, input }) => rejectHandoff(ctx.actor, input)),
  return: allowed('handoff.return')
    .input(ReturnHandoffInput)
    .mutation(({ ctx, input }) => returnHandoff(ctx.actor, input)),
  start: allowed('handoff.start')
    .input(StartHandoffInput)
    .mutation(({ ctx, input }) => startHandoff(ctx.actor, input)),
  preview: allowed('handoff.preview')
    .input(PreviewHandoffsInput)
    .query(({ ctx, input }) => previewHandoffs(ctx.actor, input)),
  assign: allowed('handoff.assign')
    .input(AssignHandoffsInput)
    .mutation(({ ctx, input }) => assignHandoffs(ctx.actor, input)),
  finish: allowed('handoff.finish')
    .input(FinishHandoffInput)
    .mutation(({ ctx, input }) => finishHandoff(ctx.actor, input)),
})
