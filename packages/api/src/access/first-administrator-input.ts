import { nameFault } from '@throughcare/domain/text/storable-text'
import { z } from 'zod'
import { NewPassword } from './password-rule.ts'
import { SignInInput } from './sign-in-input.ts'

const name = (key: string) =>
  z
    .string(`access.${key}.missing`)
    .trim()
    .min(1, { error: `access.${key}.missing`, abort: true })
    .max(120, `access.${key}.too-long`)
    .refine((text) => nameFault(text) === null, `access.${key}.hidden-character`)

/** Everything that the first account and its service need. */
export const FirstAdministratorInput = z.strictObject({
  /** The key of the one-time link. */
  key: z.string().max(200),
  serviceName: name('serviceName'),
  country: z
    .string('access.country.missing')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'access.country.invalid'),
  timeZone: z.string().refine(isTimeZone, 'access.timeZone.unknown'),
  displayName: name('displayName'),
  email: SignInInput.shape.email,
  password: NewPassword,
  locale: z.string().regex(/^[a-z]{2,3}$/),
})
export type FirstAdministratorInput = z.infer<typeof FirstAdministratorInput>

function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC'
}
