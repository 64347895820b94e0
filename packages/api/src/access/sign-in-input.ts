import { z } from 'zod'

const LONGEST_EMAIL = 254

/** What the sign-in form takes. Whether the password could be one at all is not said here: wrong is wrong. */
export const SignInInput = z.object({
  email: z
    .string('access.email.missing')
    .trim()
    .min(1, { error: 'access.email.missing', abort: true })
    .max(LONGEST_EMAIL, { error: 'access.email.invalid', abort: true })
    .toLowerCase()
    .regex(/^[^\s@"'<>(),;:\\[\]\u0080-\uffff]{1,64}@[a-z0-9.-]{1,190}$/, 'access.email.invalid'),
  password: z.string('access.password.missing').min(1, 'access.password.missing'),
})
export type SignInInput = z.infer<typeof SignInInput>
