import { findProof, recordPassword } from '@throughcare/db/access/proof-repository'
import { recordTry } from '@throughcare/db/access/sign-in-repository'
import { AppError } from '../app-error.ts'
import { hashPassword, isPassword } from './password.ts'
import { sidHashOf } from './session-id.ts'
import { whileAway } from './while-away.ts'

/**
 * Somebody chooses a new password. The old one is asked for, counted like a try to sign in; every other session of theirs ends.
 *
 * @throws AppError `not-signed-in` when the session has ended, `unavailable`
 */
export function changePassword(
  { current, password }: { current: string; password: string },
  from: { address: string; sid: string | null },
): Promise<{ kind: 'changed' } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }> {
  return whileAway(async () => {
    const sidHash = sidHashOf(from.sid)
    const proof = sidHash && (await findProof(sidHash))
    if (!sidHash || !proof) throw new AppError('not-signed-in')
    const attempt = await recordTry(proof.email, from.address)
    if (attempt.kind === 'wait') return attempt
    if (!(await isPassword(current, proof.passwordHash))) return { kind: 'wrong' }
    if (!(await recordPassword(sidHash, attempt.attemptId, await hashPassword(password))))
      throw new AppError('not-signed-in')
    return { kind: 'changed' }
  })
}
