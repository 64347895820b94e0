import { findSignIn, recordTry } from '@throughcare/db/access/sign-in-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../app-error.ts'
import { log } from '../log.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { isPassword } from './password.ts'
import { SignInInput } from './sign-in-input.ts'

/** `wrong` is all that anybody learns of a wrong address, a wrong password, a closed account or a demo one in earnest. */
export type SignInAnswer =
  | OpenedSession
  | { kind: 'someone-else' }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number }

/**
 * Somebody wants to sign in.
 *
 * The try is written down as failed before the password is looked at, so that a crash, a closed connection or a hundred
 * tries at once never go uncounted; when it cannot be written, nobody signs in. The new session has a new id, whatever
 * cookie the browser came with, and the session of that cookie ends.
 *
 * @param from the browser's network address, the session id that its cookie holds, and whether it signs in again at a page that is
 *   still open: then only whoever had that session
 * @throws AppError `unavailable` while the database is away
 */
export async function signIn(
  credentials: { email: unknown; password: unknown },
  from: { address: string; sid: string | null; again?: boolean },
): Promise<SignInAnswer> {
  const input = SignInInput.safeParse(credentials)
  const email = input.success ? input.data.email : ''
  try {
    const attempt = await recordTry(email, from.address)
    if (attempt.kind === 'wait') {
      log.warn({ seconds: attempt.seconds }, 'sign-in locked after repeated failures')
      return attempt
    }
    const account = input.success ? await findSignIn(email) : null
    if (!(await isPassword(input.success ? input.data.password : '', account?.passwordHash ?? null)) || !account)
      return { kind: 'wrong' }

    return await openSession(account, attempt.attemptId, from)
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
