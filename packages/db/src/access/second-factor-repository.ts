import { database } from '../database.ts'
import { newId } from '../uuid.ts'

/** A session that is open (`awaits` null), or waits for a code or an enrolment. */
export type WaitingSession = { accountId: string; awaits: 'code' | 'enrolment' | null }

/** What a code is checked against, once the try is noted; or the seconds to wait. */
export type CodeTry =
  | { kind: 'wait'; seconds: number }
  | {
      kind: 'go-on'
      attemptId: string
      accountId: string
      sealed: Buffer | null
      proposed: Buffer | null
      /** app.now() */
      now: Date
    }

/** Whose session is this, open or waiting? Null when it has ended. For doors alone: everything else asks read-session. */
export async function findWaiting(sidHash: Buffer): Promise<WaitingSession | null> {
  const { rows } = await database().reads.query<{ account_id: string; awaits: WaitingSession['awaits'] }>(
    'select account_id, awaits from app.waiting_session($1)',
    [sidHash],
  )
  const [row] = rows
  return row ? { accountId: row.account_id, awaits: row.awaits } : null
}

/** Notes a try with a code before the code is looked at. Null when the session has ended. */
export async function recordCodeTry(sidHash: Buffer): Promise<CodeTry | null> {
  const attemptId = newId()
  const { rows } = await database().reads.query<{
    wait: number
    account_id: string
    sealed: Buffer | null
    proposed: Buffer | null
    now: Date
  }>('select * from app.begin_code($1, $2)', [sidHash, attemptId])
  const [row] = rows
  if (!row) return null
  if (row.wait > 0) return { kind: 'wait', seconds: row.wait }
  const { sealed, proposed, now } = row
  return { kind: 'go-on', attemptId, accountId: row.account_id, sealed, proposed, now }
}

/** Takes a code, once: false when it or a later one was taken before. The session opens under the new id. */
export function recordCode(sidHash: Buffer, newSidHash: Buffer, attemptId: string, step: number): Promise<boolean> {
  return said('select app.accept_code($1, $2, $3, $4) as done', [sidHash, newSidHash, attemptId, step])
}

/** Takes a recovery code, once. */
export function recordRecovery(sidHash: Buffer, newSidHash: Buffer, attemptId: string, code: Buffer): Promise<boolean> {
  return said('select app.accept_recovery($1, $2, $3, $4) as done', [sidHash, newSidHash, attemptId, code])
}

/** Keeps a secret until a code confirms it; the account's address, or null when this session may not. */
export async function recordProposal(sidHash: Buffer, sealed: Buffer): Promise<string | null> {
  const { rows } = await database().reads.query<{ email: string | null }>(
    'select app.propose_factor($1, $2) as email',
    [sidHash, sealed],
  )
  return rows[0]?.email ?? null
}

/** Takes the proposed secret into use, with the hashes of new recovery codes; every other session of the account ends. */
export function recordFactor(
  sidHash: Buffer,
  newSidHash: Buffer,
  attemptId: string,
  step: number,
  codes: readonly Buffer[],
): Promise<boolean> {
  return said('select app.confirm_factor($1, $2, $3, $4, $5, $6) as done', [
    sidHash,
    newSidHash,
    attemptId,
    step,
    codes.map(() => newId()),
    [...codes],
  ])
}

/** Does without it from now on. False where it is required, and when the last proof is older than ten minutes. */
export function recordFactorGone(sidHash: Buffer): Promise<boolean> {
  return said('select app.remove_factor($1) as done', [sidHash])
}

async function said(text: string, values: unknown[]): Promise<boolean> {
  const { rows } = await database().reads.query<{ done: boolean | null }>(text, values)
  return rows[0]?.done ?? false
}
