import { createHash } from 'node:crypto'
import { database } from '../database.ts'
import { newId } from '../uuid.ts'

/** The try is noted and goes on, or it has to wait and was not noted. */
export type SignInTry = { kind: 'go-on'; attemptId: string } | { kind: 'wait'; seconds: number }

/** SHA-256 of a text, as the sign-in functions of the database expect addresses and session ids. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * Notes a try to sign in, before its password is looked at: it counts as failed until {@link recordSession}. Too many
 * failures for this account or from this place, and it has to wait.
 *
 * @param email lower case
 * @param address the network address of the browser
 */
export async function recordTry(email: string, address: string): Promise<SignInTry> {
  const attemptId = newId()
  const { rows } = await database().reads.query<{ wait: number }>('select app.begin_sign_in($1, $2, $3) as wait', [
    attemptId,
    hashOf(email),
    hashOf(address),
  ])
  const seconds = rows[0]?.wait ?? Number.NaN
  return seconds === 0 ? { kind: 'go-on', attemptId } : { kind: 'wait', seconds }
}

/** Whose address is this, and what is their password checked against? Null for nobody who may sign in. */
export async function findSignIn(email: string): Promise<{ accountId: string; passwordHash: string } | null> {
  const { rows } = await database().reads.query<{ account_id: string; password_hash: string }>(
    'select * from app.find_sign_in($1)',
    [email],
  )
  const row = rows[0]
  return row ? { accountId: row.account_id, passwordHash: row.password_hash } : null
}

/** What a session still waits for before it opens anything; `someone-else`: there is none, see `again`. */
export type Awaits = 'nothing' | 'code' | 'enrolment' | 'someone-else'

/**
 * Starts a session after a try whose password was right, or whose identity provider vouched. The session that the browser had
 * before ends, and the longest unused of more than five.
 *
 * @param how.before what the browser's cookie held, hashed
 * @param how.again at a page that is still open: only whoever had the session before, and under the hat that they wore
 * @param how.provedElsewhere an identity provider asked for the second factor
 * @throws SQLSTATE 28000 when the try is older than a minute, was used before or was for another account.
 */
export async function recordSession(
  sidHash: Buffer,
  accountId: string,
  attemptId: string,
  how: { before: Buffer | null; again: boolean; provedElsewhere: boolean },
): Promise<Awaits> {
  const { rows } = await database().reads.query<{ awaits: Awaits }>(
    'select app.start_session($1, $2, $3, $4, $5, $6, $7) as awaits',
    [newId(), sidHash, accountId, attemptId, how.before, how.again, how.provedElsewhere],
  )
  const [row] = rows
  if (!row) throw new Error('the database did not say what the session waits for')
  return row.awaits
}

/** Signs one browser out; nothing happens to a session that has ended already. */
export async function recordSignOut(sidHash: Buffer): Promise<void> {
  await database().reads.query('select app.end_session($1)', [sidHash])
}
