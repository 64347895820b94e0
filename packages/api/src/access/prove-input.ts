import { z } from 'zod'

/** Longer than any password: what is longer is not looked at. */
const MOST = 1_000

/** Whoever is signed in proves again who they are. Whether it could be a password at all is not said here: wrong is wrong. */
export const ProveInput = z.strictObject({
  /** The password, or the code of the second factor where there is one. */
  proof: z.string('access.password.missing').min(1, 'access.password.missing').max(MOST, 'access.password.too-long'),
})
export type ProveInput = z.infer<typeof ProveInput>

/** A code of an authenticator app, or a recovery code, as it was typed. */
export const CodeInput = z.strictObject({
  code: z.string('access.code.missing').trim().min(1, 'access.code.missing').max(64, 'access.code.invalid'),
})
export type CodeInput = z.infer<typeof CodeInput>

/** A press that says nothing but itself. */
export const NothingInput = z.strictObject({})
