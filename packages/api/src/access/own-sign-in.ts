import { findOwnSignIn, recordOthersEnd, type SignedIn } from '@throughcare/db/access/session-repository'
import type { EndSessionInput } from '@throughcare/domain/access/member-inputs'
import { AppError } from '../app-error.ts'

/** What somebody sees of their own signing in: every session, and whether a code is asked for. */
export type SignInView = {
  sessions: { sessionId: string; createdAt: string; lastSeenAt: string; expiresAt: string; isHere: boolean }[]
  hasFactor: boolean
  needsFactor: boolean
  codesLeft: number
}

/** @throws AppError `not-signed-in` when the session ended while it asked */
export async function ownSignIn({ sidHash }: SignedIn): Promise<SignInView> {
  const found = await findOwnSignIn(sidHash)
  if (!found) throw new AppError('not-signed-in')
  const sessions = found.sessions.map(({ createdAt, lastSeenAt, expiresAt, ...one }) => ({
    ...one,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
  return { ...found, sessions }
}

/** Ends another of one's own sessions, or all others: at once, on open pages too. One that has ended already is no refusal. */
export async function endSession({ sidHash }: SignedIn, { sessionId }: EndSessionInput): Promise<{ ended: number }> {
  return { ended: await recordOthersEnd(sidHash, sessionId) }
}
