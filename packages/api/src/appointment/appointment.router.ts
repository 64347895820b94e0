import { BookAppointmentInput } from '@throughcare/domain/appointment/book-appointment-input'
import { allowed, router } from '../trpc.ts'
import { bookAppointment } from './book-appointment.ts'

export const appointmentRouter = router({
  book: allowed('appointment.book')
    .input(BookAppointmentInput)
    .mutation(({ ctx, input }) => bookAppointment(ctx.actor, input)),
})
