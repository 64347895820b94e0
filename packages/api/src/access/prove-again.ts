import { findProof, recordProof } from '@throughcare/db/access/proof-repository'
import { recordTry } from '@throughcare/db/access/sign-in-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../app-error.ts'
import { isPassword } from './password.ts'
import { proveByCode } from './second-factor.ts'
import { newSid, sidHashOf } from './session-id.ts'

/** `sid` is what the cookie holds from now on. */
export type ProofAnswer = { kind: 'proved'; sid: string } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/**
 * Whoever is signed in proves again who they are, before what weighs most. Counted like a try to sign in, so that a cookie that
 * was stolen is no place to guess a password from; the session goes on under a new id.
 *
 * @param from the browser's network address, and the session id that its cookie holds
 * @throws AppError `not-signed-in` when the session has ended, `unavailable` while the database is away
 */
export async function proveAgain(
  { proof: said }: { proof: string },
  from: { address: string; sid: string | null },
): Promise<ProofAnswer> {
  const sidHash = sidHashOf(from.sid)
  if (!sidHash) throw new AppError('not-signed-in')
  // A password is longer.
  if (/^\s*\d{3}\s?\d{3}\s*$/.test(said)) return proveByCode({ code: said }, from)
  try {
    const proof = await findProof(sidHash)
    if (!proof) throw new AppError('not-signed-in')
    const attempt = await recordTry(proof.email, from.address)
    if (attempt.kind === 'wait') return attempt
    if (!(await isPassword(said, proof.passwordHash))) return { kind: 'wrong' }
    const sid = newSid()
    if (!(await recordProof(sidHash, sidHashOf(sid) as Buffer, attempt.attemptId))) throw new AppError('not-signed-in')
    return { kind: 'proved', sid }
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
