import { findByProvider } from '@throughcare/db/access/identity-repository'
import { recordTry } from '@throughcare/db/access/sign-in-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { log } from '../log.ts'
import { type OpenedSession, openSession } from './open-session.ts'

/** What an identity provider said of somebody, its signature and all its marks already checked. */
export type Vouched = {
  issuer: string
  /** The provider's own name for the person. */
  subject: string
  email: string | null
  emailVerified: boolean
  /** It asked for a second factor, and says so: ours is not asked for. */
  provedTwice: boolean
}

/** `nobody`: no account, a closed one, an address that was not verified or is somebody else's. All alike. */
export type ProvidedAnswer = OpenedSession | { kind: 'nobody' } | { kind: 'wait'; seconds: number }

const Address = z.email().max(254)

/**
 * Somebody comes from the identity provider. It never makes an account: the first time, the address that it verified has to be
 * that of one; from then on its own name for the person counts. The session is like any other, and the session of the cookie
 * that the browser came with ends.
 *
 * @throws AppError `unavailable` while the database is away
 */
export async function signInByProvider(
  { issuer, subject, email, emailVerified, provedTwice }: Vouched,
  from: { address: string; sid: string | null },
): Promise<ProvidedAnswer> {
  const verified = emailVerified ? Address.safeParse(email?.trim().toLowerCase()) : null
  try {
    const account = await findByProvider(issuer, subject, verified?.success ? verified.data : null)
    if (!account) return { kind: 'nobody' }
    const attempt = await recordTry(account.email, from.address)
    if (attempt.kind === 'wait') return attempt
    const opened = await openSession(account, attempt.attemptId, from, { provedElsewhere: provedTwice })
    if (opened.kind === 'someone-else') return { kind: 'nobody' }
    if (account.isNew) log.info({ accountId: account.accountId }, 'an account was linked to the identity provider')
    return opened
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
