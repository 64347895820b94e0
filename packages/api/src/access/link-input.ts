import { StaffEmail } from '@throughcare/domain/access/staff-email'
import { z } from 'zod'
import { NewPassword } from './password-rule.ts'

/** The key of a one-time link and the password to go with it: a new one, or for somebody with an account their own. */
export const UseLinkInput = z.strictObject({
  key: z.string().max(200),
  password: z
    .string('access.password.missing')
    .min(1, 'access.password.missing')
    .max(1_000, 'access.password.too-long'),
})
export type UseLinkInput = z.infer<typeof UseLinkInput>

/** The same where a new password is chosen. */
export const ChooseByLinkInput = UseLinkInput.extend({ password: NewPassword })

export const AskResetInput = z.strictObject({ email: StaffEmail })
export type AskResetInput = z.infer<typeof AskResetInput>

export const ChangePasswordInput = z.strictObject({
  current: z.string('access.password.missing').min(1, 'access.password.missing').max(1_000, 'access.password.too-long'),
  password: NewPassword,
})
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>
