import {
  findWaiting,
  recordCode,
  recordCodeTry,
  recordFactor,
  recordFactorGone,
  recordProposal,
  recordRecovery,
} from '@throughcare/db/access/second-factor-repository'
import { AppError } from '../app-error.ts'
import { hashOfRecovery, newRecoveryCodes, newSecret, stepOf, writtenSecret } from './one-time-code.ts'
import type { ProofAnswer } from './prove-again.ts'
import { drawQr, type QrPicture } from './qr-picture.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import { newSid, sidHashOf } from './session-id.ts'
import { whileAway } from './while-away.ts'

type From = { sid: string | null }

/**
 * Somebody types the code of their authenticator app, or a recovery code: to open the session that waits for it after a right
 * password, or as a new proof. A code is taken once, within one step of half a minute; guesses are counted before they are looked at.
 *
 * @throws AppError `not-signed-in` when there is no such session (five wrong guesses end one that waits), `unavailable`
 */
export function proveByCode({ code }: { code: string }, from: From): Promise<ProofAnswer> {
  return whileAway(async () => {
    const sidHash = sidHashOf(from.sid)
    const attempt = sidHash && (await recordCodeTry(sidHash))
    if (!sidHash || !attempt) throw new AppError('not-signed-in')
    if (attempt.kind === 'wait') return attempt
    const sid = newSid()
    const newSidHash = sidHashOf(sid) as Buffer
    const recovery = hashOfRecovery(code)
    const secret = attempt.sealed && openSecret(attempt.sealed, attempt.accountId)
    const step = secret && stepOf(code.replace(/\s/g, ''), secret, attempt.now)
    const isTaken =
      step !== null
        ? await recordCode(sidHash, newSidHash, attempt.attemptId, step)
        : recovery !== null && (await recordRecovery(sidHash, newSidHash, attempt.attemptId, recovery))
    return isTaken ? { kind: 'proved', sid } : { kind: 'wrong' }
  })
}

/** What is shown once, so that an app can be told: the secret in words and as a picture, and what it is for. */
export type FactorProposal = { key: string; address: string; picture: QrPicture }

/**
 * A new secret for an authenticator app. It counts only once a code of it was typed ({@link confirmFactor}); until then an earlier
 * one stays.
 *
 * @throws AppError `step-up-needed` when the last proof is older than ten minutes, `not-signed-in`, `unavailable`
 */
export function proposeFactor(from: From): Promise<FactorProposal> {
  return whileAway(async () => {
    const { sidHash, accountId } = await whose(from)
    const secret = newSecret()
    const email = await recordProposal(sidHash, sealSecret(secret, accountId))
    if (email === null) throw new AppError('step-up-needed')
    const { key, address } = writtenSecret(secret, email)
    return { key, address, picture: drawQr(address) }
  })
}

/**
 * Takes the proposed secret into use, after one code of it: from now on signing in asks for one. Every other session ends.
 *
 * @returns ten recovery codes, for the only time
 * @throws AppError `not-signed-in`, `unavailable`
 */
export function confirmFactor(
  { code }: { code: string },
  from: From,
): Promise<{ kind: 'proved'; sid: string; codes: string[] } | Exclude<ProofAnswer, { kind: 'proved' }>> {
  return whileAway(async () => {
    const { sidHash } = await whose(from)
    const attempt = await recordCodeTry(sidHash)
    if (!attempt) throw new AppError('not-signed-in')
    if (attempt.kind === 'wait') return attempt
    const secret = attempt.proposed && openSecret(attempt.proposed, attempt.accountId)
    const step = secret && stepOf(code.replace(/\s/g, ''), secret, attempt.now)
    if (step === null) return { kind: 'wrong' }
    const sid = newSid()
    const codes = newRecoveryCodes()
    const hashes = codes.map((each) => hashOfRecovery(each) as Buffer)
    if (!(await recordFactor(sidHash, sidHashOf(sid) as Buffer, attempt.attemptId, step, hashes)))
      throw new AppError('step-up-needed')
    return { kind: 'proved', sid, codes }
  })
}

/**
 * Does without a second factor from now on.
 *
 * @throws AppError `step-up-needed` where it is required, or the last proof is older than ten minutes
 */
export function removeFactor(from: From): Promise<void> {
  return whileAway(async () => {
    const { sidHash } = await whose(from)
    if (!(await recordFactorGone(sidHash))) throw new AppError('step-up-needed')
  })
}

async function whose({ sid }: From): Promise<{ sidHash: Buffer; accountId: string }> {
  const sidHash = sidHashOf(sid)
  const session = sidHash && (await findWaiting(sidHash))
  if (!sidHash || !session) throw new AppError('not-signed-in')
  return { sidHash, accountId: session.accountId }
}
