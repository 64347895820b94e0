import { recordSession } from '@throughcare/db/access/sign-in-repository'
import { newSid, sidHashOf } from './session-id.ts'

/** `sid` is what the cookie holds from now on. `awaits`: what is still to be proved before it opens anything. */
export type OpenedSession = { kind: 'signed-in'; sid: string; accountId: string; awaits: 'code' | 'enrolment' | null }

/**
 * Opens a session for somebody who has proved who they are, by a password or to an identity provider, in a try that was noted
 * before ({@link recordTry}, with the account's address) and is not older than a minute. Always under a new id; the session that
 * the browser had before ends.
 *
 * @param more.provedElsewhere the identity provider asked for a second factor: ours is not asked for
 * @throws SQLSTATE 28000 when the try is too old, used, or was for another address, and when the account was closed.
 */
export async function openSession(
  { accountId }: { accountId: string },
  attemptId: string,
  from: { sid: string | null; again?: boolean },
  { provedElsewhere = false }: { provedElsewhere?: boolean } = {},
): Promise<OpenedSession | { kind: 'someone-else' }> {
  const sid = newSid()
  const awaits = await recordSession(sidHashOf(sid) as Buffer, accountId, attemptId, {
    before: sidHashOf(from.sid),
    again: from.again ?? false,
    provedElsewhere,
  })
  if (awaits === 'someone-else') return { kind: 'someone-else' }
  return { kind: 'signed-in', sid, accountId, awaits: awaits === 'nothing' ? null : awaits }
}
