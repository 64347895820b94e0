import { RecordContactInput } from '@throughcare/domain/contact/record-contact-input'
import { allowed, router } from '../trpc.ts'
import { recordContact } from './record-contact.ts'

export const contactRouter = router({
  record: allowed('contact.record')
    .input(RecordContactInput)
    .mutation(({ ctx, input }) => recordContact(ctx.actor, input)),
})
