import { MessagesOfHandoffInput, WriteMessageInput } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import { allowed, router } from '../trpc.ts'
import { listMessages } from './list-messages.ts'
import { writeMessage } from './write-message.ts'

/** Question and answer between the two services of a handoff. */
export const handoffMessageRouter = router({
  byHandoff: allowed('handoff-message.by-handoff')
    .input(MessagesOfHandoffInput)
    .query(({ ctx, input }) => listMessages(ctx.actor, input)),
  write: allowed('handoff-message.write')
    .input(WriteMessageInput)
    .mutation(({ ctx, input }) => writeMessage(ctx.actor, input)),
})
