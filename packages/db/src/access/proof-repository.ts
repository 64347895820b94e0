import { database } from '../database.ts'

/** What whoever holds a session proves themselves against. */
export type Proof = { sessionId: string; accountId: string; email: string; passwordHash: string | null }

/** Whose session is this, and what is their password checked against? Null when it has ended. */
export async function findProof(sidHash: Buffer): Promise<Proof | null> {
  const { rows } = await database().reads.query<{
    session_id: string
    account_id: string
    email: string
    password_hash: string | null
  }>('select * from app.find_proof($1)', [sidHash])
  const [row] = rows
  return row
    ? { sessionId: row.session_id, accountId: row.account_id, email: row.email, passwordHash: row.password_hash }
    : null
}

/** Notes the proof, and puts the session under a new id. False when it has ended, or the try is too old. */
export async function recordProof(sidHash: Buffer, newSidHash: Buffer, attemptId: string): Promise<boolean> {
  const { rows } = await database().reads.query<{ renewed: boolean }>(
    'select app.renew_session($1, $2, $3) as renewed',
    [sidHash, newSidHash, attemptId],
  )
  return rows[0]?.renewed ?? false
}

/** A new password, after a try whose old one was right: every other session of theirs ends. False when this one has ended. */
export async function recordPassword(sidHash: Buffer, attemptId: string, passwordHash: string): Promise<boolean> {
  const { rows } = await database().reads.query<{ changed: boolean }>(
    'select app.change_password($1, $2, $3) as changed',
    [sidHash, attemptId, passwordHash],
  )
  return rows[0]?.changed ?? false
}
