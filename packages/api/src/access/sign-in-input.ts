import { StaffEmail } from '@throughcare/domain/access/staff-email'
import { z } from 'zod'

/** What the sign-in form takes. Whether the password could be one at all is not said here: wrong is wrong. */
export const SignInInput = z.object({
  email: StaffEmail,
  password: z.string('access.password.missing').min(1, 'access.password.missing'),
})
export type SignInInput = z.infer<typeof SignInInput>
